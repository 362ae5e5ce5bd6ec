package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What bringing mapping files into force does to the server's folder, file by file, for people.
 *
 * @param from what the files come from, such as {@code next} or {@code version 3}
 * @param change the server's answer
 */
record FolderReport(String from, JsonNode change) {

    private static final Map<String, String> BEFORE =
            Map.of("ADD", "will be added", "OVERWRITE", "will be overwritten", "DELETE", "will be deleted");
    private static final Map<String, String> AFTER =
            Map.of("ADD", "added", "OVERWRITE", "overwritten", "DELETE", "deleted");

    /** Says it before it is done. */
    void foretell(Output output) {
        output.say(from + " → " + folder() + ": " + (files().isEmpty() ? "no file differs." : ""));
        files().forEach(file -> output.say("  " + line(file, BEFORE)));
        tellLeft(output);
        tellReleased(output, "To be released");
    }

    /** Says it once it is done, and what that means. */
    void tell(Output output) {
        JsonNode version = change.path("version");
        Table table = new Table("version", "at", "by", "note");
        table.row(
                version.path("number").asText(),
                version.path("at").asText(),
                version.path("by").asText(),
                version.path("note").asText(""));
        output.print(table, change);
        if (!files().isEmpty()) {
            output.say("In " + folder() + ": "
                    + files().stream().map(file -> line(file, AFTER)).collect(Collectors.joining(", ")) + ".");
        }
        output.say(meaning());
        tellReleased(output, "Released");
    }

    /** Whoever undid something must know that it does not stay so. */
    private void tellReleased(Output output, String what) {
        long released = change.path("released").asLong();
        if (released > 0) {
            output.say(what + ": " + Counted.of(released, "field")
                    + " of records that an undo put back and held so; these files decide again.");
        }
    }

    private String meaning() {
        String force = change.path("news").asBoolean()
                ? "These files are in force now."
                : "These files were in force already.";
        boolean replayed = change.path("replayed").asBoolean(true);
        return force
                + (replayed
                        ? " Past conversations are looked at; 'mappings status' says how far that is."
                        : " Past conversations stay as they are.");
    }

    /** Going back writes no field that is filled only once: who believes all is as before must hear of it. */
    private void tellLeft(Output output) {
        JsonNode left = change.path("left");
        if (left.path("fields").isEmpty()) {
            return;
        }
        String version = left.path("version").asText();
        output.say("Going back leaves in the CRM what was filled once since version " + version + ":");
        left.path("fields")
                .forEach(field -> output.say("  " + field.path("sobject").asText() + "."
                        + field.path("name").asText() + " of "
                        + Counted.of(field.path("records").asLong(), "record")));
        output.say("'undo --since " + left.path("since").asText()
                + " --dry-run' shows what takes that back, and whatever" + " else was written since then.");
    }

    private String line(JsonNode file, Map<String, String> words) {
        String what = file.path("kind").asText();
        return file.path("file").asText() + " " + words.getOrDefault(what, what)
                + (file.path("unheld").asBoolean() ? " (no version holds what stood there)" : "");
    }

    private List<JsonNode> files() {
        List<JsonNode> files = new ArrayList<>();
        change.path("files").forEach(files::add);
        return files;
    }

    private String folder() {
        return change.path("folder").asText("the server's folder");
    }
}
