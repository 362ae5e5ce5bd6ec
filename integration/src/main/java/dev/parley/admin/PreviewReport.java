package dev.parley.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.admin.PreviewedEvents.BadLine;
import dev.parley.mapping.Place;
import dev.parley.rehearsal.Preview;
import dev.parley.rehearsal.PreviewedRecord;
import dev.parley.rehearsal.Sums;
import dev.parley.rehearsal.Surprise;
import java.util.ArrayList;
import java.util.List;

/** What a preview shows, for people and as JSON. */
final class PreviewReport {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long MEBIBYTE = 1 << 20;

    private final int most;
    private final List<PreviewedRecord> records = new ArrayList<>();
    private long left;

    /** @param most records that are shown one by one; the sums count all */
    PreviewReport(int most) {
        this.most = most;
    }

    void add(PreviewedRecord record) {
        if (records.size() < most) {
            records.add(record);
        } else {
            left++;
        }
    }

    void print(Output output, Preview.Result result, List<BadLine> bad) {
        output.print(table(), json(result, bad));
        if (left > 0) {
            output.say("… and " + Counted.of(left, "more record") + ": --show says how many are shown.");
        }
        output.say("");
        lines(result.sums()).forEach(output::say);
        if (!result.surprises().isEmpty()) {
            output.say("");
            output.say("The biggest surprises:");
            result.surprises().forEach(surprise -> output.say("  " + line(surprise)));
        }
        bad.forEach(line -> output.say("Line " + line.number() + " is left out: " + line.why()));
    }

    private Table table() {
        Table table = new Table("record", "field", "value", "from");
        for (PreviewedRecord record : records) {
            table.row(record.sobject() + " " + record.key(), "", fate(record), record.place());
            record.fields().forEach(field -> table.row("", field.name(), shown(field), field.place()));
        }
        return table;
    }

    private static String fate(PreviewedRecord record) {
        return (record.created() ? "made" : "changed") + (record.id() == null ? "" : " (" + record.id() + ")") + " for "
                + record.conversation().source() + ":" + record.conversation().id();
    }

    private static String shown(PreviewedRecord.Field field) {
        String text = field.value().isTextual()
                ? field.value().textValue()
                : field.value().toString();
        String line = text.replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= 120
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 119)) + "…";
    }

    private static List<String> lines(Sums sums) {
        String year = sums.bytesAYear() < 0
                ? "the events span less than a day, which says nothing of a year"
                : "%.1f MiB in a year of 365 days, if all of it went on as in the %.1f days of these events"
                        .formatted(
                                sums.bytesAYear() / (double) MEBIBYTE,
                                sums.span().toMinutes() / 1_440.0);
        return List.of(
                Counted.of(sums.conversations(), "conversation") + ": " + Counted.of(sums.created(), "record")
                        + " made, " + sums.updated() + " changed",
                Counted.of(sums.leads(), "lead") + ", " + Counted.of(sums.links(), "link") + ", "
                        + Counted.of(sums.tasks(), "task") + ", " + Counted.of(sums.mails(), "mail"),
                Counted.of(sums.calls(), "API call")
                        + " to write them, none refused, and to ask for the org's users; conversations whose lead, contact,"
                        + " opportunity or event is made are written once more when it is there",
                "besides, a server that runs asks: for the org itself when it starts, for what has changed in it, for"
                        + " people's corrections, for further pages of long answers, and for the events of a seller's"
                        + " calendar before it offers times",
                "mails go to whoever is asked first to take a conversation, as if it went on now, and to the owner of"
                        + " the account of somebody new; not counted are those to who is asked next, escalations,"
                        + " broken promises, follow-ups and invitations",
                sums.bytes() / 1_024 + " KiB of storage, 2 KiB a record as Salesforce counts; " + year);
    }

    private static String line(Surprise surprise) {
        return Counted.of(surprise.conversations(), "conversation") + ": " + surprise.what()
                + (surprise.place() == null ? "" : " (" + surprise.place() + ")") + ", such as "
                + String.join(", ", surprise.examples());
    }

    private ObjectNode json(Preview.Result result, List<BadLine> bad) {
        ObjectNode json = JSON.objectNode();
        ArrayNode all = json.putArray("records");
        records.forEach(record -> all.add(json(record)));
        json.put("notShown", left);
        json.set("sums", json(result.sums()));
        ArrayNode surprises = json.putArray("surprises");
        result.surprises().forEach(surprise -> surprises.add(json(surprise)));
        ArrayNode lines = json.putArray("badLines");
        bad.forEach(line -> lines.addObject().put("line", line.number()).put("why", line.why()));
        return json;
    }

    private static ObjectNode json(PreviewedRecord record) {
        ObjectNode json = JSON.objectNode()
                .put("source", record.conversation().source())
                .put("conversation", record.conversation().id())
                .put("sobject", record.sobject())
                .put("key", record.key())
                .put("id", record.id())
                .put("created", record.created())
                .put("place", record.place().toString());
        ArrayNode fields = json.putArray("fields");
        record.fields().forEach(field -> fields.addObject()
                .put("name", field.name())
                .put("place", field.place().toString())
                .set("value", field.value()));
        return json;
    }

    private static ObjectNode json(Sums sums) {
        ObjectNode json = JSON.objectNode()
                .put("conversations", sums.conversations())
                .put("created", sums.created())
                .put("updated", sums.updated())
                .put("leads", sums.leads())
                .put("links", sums.links())
                .put("tasks", sums.tasks())
                .put("mails", sums.mails())
                .put("calls", sums.calls())
                .put("storageBytes", sums.bytes())
                .put("spanSeconds", sums.span().toSeconds());
        return sums.bytesAYear() < 0 ? json : json.put("storageBytesAYear", sums.bytesAYear());
    }

    private static ObjectNode json(Surprise surprise) {
        ObjectNode json = JSON.objectNode()
                .put(
                        "kind",
                        surprise.kind()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-'))
                .put("what", surprise.what())
                .put("place", place(surprise.place()))
                .put("conversations", surprise.conversations());
        surprise.examples().forEach(json.putArray("examples")::add);
        return json;
    }

    private static String place(Place place) {
        return place == null ? null : place.toString();
    }
}
