package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mappings why ID}: why each field of a record that Parley wrote is what it is. */
@Command(
        name = "why",
        description = "Says of a record in the CRM which rule, which version of the files and which conversation made"
                + " each field what it is, and where a person has changed it since.",
        mixinStandardHelpOptions = true)
final class MappingsWhy implements Callable<Integer> {

    @Parameters(
            paramLabel = "ID",
            description = "the record's id of 15 or 18 characters, as in the address of its page")
    private String id;

    @Mixin
    private SettingsOption settings;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        ServerClient.Answer answer = new ServerClient(settings.only("admin.token"))
                .get("/v1/records/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/why");
        if (answer.status() == 400 || answer.status() == 404) {
            throw new CommandFailed(answer.body().path("detail").asText("The server knows no such record."));
        }
        JsonNode reason = answer.orThrow("Asking why").body();
        Table table = new Table("field", "before", "after", "now", "rule", "written");
        for (JsonNode field : reason.path("fields")) {
            table.row(
                    field.path("name").asText(),
                    field.path("beforeKnown").asBoolean() ? value(field.path("before")) : "(not known)",
                    value(field.path("after")),
                    now(field),
                    rule(field),
                    written(field));
        }
        output.print(table, reason);
        output.say(reason.path("sobject").asText() + " " + id + " was "
                + (reason.path("made").asBoolean() ? "made" : "found and filled") + " by Parley.");
        reason.path("conversations").forEach(this::tell);
        tellHeld(reason.path("fields"));
        return 0;
    }

    private void tellHeld(JsonNode fields) {
        List<String> held = StreamSupport.stream(fields.spliterator(), false)
                .filter(field -> field.path("held").asBoolean())
                .map(field -> field.path("name").asText())
                .toList();
        if (!held.isEmpty()) {
            output.say("An undo put back " + String.join(", ", held) + ". " + UndoReport.HOLD);
        }
    }

    private void tell(JsonNode evidence) {
        output.say("Conversation " + conversation(evidence.path("conversation")) + ": the visitor is "
                + evidence.path("identity").asText() + " ("
                + evidence.path("confidence").asText() + ")");
        evidence.path("evidence").forEach(finding -> output.say("  " + finding.asText()));
    }

    /** The line that the value came from, and its place. */
    private static String rule(JsonNode field) {
        if (field.path("undone").asBoolean()) {
            return field.path("held").asBoolean() ? "(undone, and left so)" : "(undone)";
        }
        String text = field.path("text").asText("");
        return field.path("rule").asText("") + (text.isEmpty() ? "" : " " + text);
    }

    /** When, for which conversation, and by whose version of the files. */
    private static String written(JsonNode field) {
        String version = field.path("version").asText("");
        return Stream.of(
                        field.path("at").asText(""),
                        conversation(field.path("conversation")),
                        version.isEmpty() || version.equals("null") ? "" : "version " + version + by(field))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String by(JsonNode field) {
        String by = field.path("by").asText("");
        return by.isEmpty() || by.equals("null") ? "" : " by " + by;
    }

    private static String now(JsonNode field) {
        String now = value(field.path("present"));
        return field.path("changedSince").asBoolean() ? now + " (changed since)" : now;
    }

    private static String value(JsonNode value) {
        return value.isMissingNode() || value.isNull()
                ? ""
                : value.isContainerNode() ? value.toString() : value.asText();
    }

    private static String conversation(JsonNode key) {
        return key.isObject()
                ? key.path("source").asText() + ":" + key.path("id").asText()
                : "";
    }
}
