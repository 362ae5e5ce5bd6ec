package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
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

    @Parameters(paramLabel = "ID", description = "the record's id of 18 characters, as in the address of its page")
    private String id;

    @Mixin
    private SettingsOption settings;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        JsonNode reason = new ServerClient(settings.only("admin.token"))
                .get("/v1/records/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/why")
                .orThrow("The reason")
                .body();
        Table table =
                new Table("field", "before", "after", "now", "rule", "text", "version", "by", "at", "conversation");
        for (JsonNode field : reason.path("fields")) {
            table.row(
                    field.path("name").asText(),
                    field.path("beforeKnown").asBoolean() ? value(field.path("before")) : "(not known)",
                    value(field.path("after")),
                    now(field),
                    field.path("undone").asBoolean()
                            ? "(undone)"
                            : field.path("rule").asText(""),
                    field.path("text").asText(""),
                    field.path("version").asText(""),
                    field.path("by").asText(""),
                    field.path("at").asText(),
                    conversation(field.path("conversation")));
        }
        output.print(table, reason);
        output.say(reason.path("sobject").asText() + " " + id + " was "
                + (reason.path("made").asBoolean() ? "made" : "found and filled") + " by Parley.");
        reason.path("conversations").forEach(this::tell);
        return 0;
    }

    private void tell(JsonNode evidence) {
        output.say("Conversation " + conversation(evidence.path("conversation")) + ": the visitor is "
                + evidence.path("identity").asText() + " ("
                + evidence.path("confidence").asText() + ")");
        evidence.path("evidence").forEach(finding -> output.say("  " + finding.asText()));
    }

    private static String now(JsonNode field) {
        String now = value(field.path("present"));
        return field.path("changedSince").asBoolean() ? now + " (changed by somebody else)" : now;
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
