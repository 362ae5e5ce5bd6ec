package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mappings status}: what is in force, and how far past conversations are looked at. */
@Command(
        name = "status",
        description = "Says which mapping files are in force, what is wrong with those in the folder, and how far past"
                + " conversations have been looked at.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all is well", "1:the folder holds broken files", "2:misuse"})
final class MappingsStatus implements Callable<Integer> {

    @Mixin
    private SettingsOption settings;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        JsonNode state = new ServerClient(settings.only("admin.token"))
                .get("/v1/mappings")
                .orThrow("The status")
                .body();
        JsonNode version = state.path("version");
        Table table = new Table("version", "since", "by", "note", "applied", "past conversations");
        table.row(
                version.path("number").asText(),
                version.path("at").asText(),
                version.path("by").asText(),
                version.path("note").asText(""),
                MappingsVersions.applied(version),
                isFor(version, state.path("replay")) ? replay(state.path("replay")) : "");
        output.print(table, state);
        explain(version, state.path("replay"));
        state.path("findings").forEach(finding -> output.say(finding.asText()));
        boolean broken = state.path("broken").asBoolean();
        if (broken) {
            output.say("The files in " + state.path("folder").asText() + " cannot be used; version "
                    + version.path("number").asText() + " stays in force.");
        }
        return broken ? Failures.EXIT_CODE : 0;
    }

    private static boolean isFor(JsonNode version, JsonNode replay) {
        return replay.isObject()
                && replay.path("version").asLong() == version.path("number").asLong();
    }

    /** What else has to be known to read the row rightly. */
    private void explain(JsonNode version, JsonNode replay) {
        if (version.has("appliedAt") && version.path("appliedAt").isNull()) {
            output.say("Version " + version.path("number").asText()
                    + " holds for what is said since it was saved. 'mappings"
                    + " apply' of that folder brings it to past conversations too.");
        }
        explainRest(replay);
        if (replay.isObject() && !isFor(version, replay)) {
            output.say(
                    "The last replay was for version " + replay.path("version").asText() + ": " + replay(replay) + ".");
        }
    }

    /** Fewer are due than a preview from before the files were saved has counted: what goes on was written meanwhile. */
    private void explainRest(JsonNode replay) {
        if (replay.path("lookedAt").asLong() > replay.path("madeDue").asLong()) {
            output.say(
                    "Due again are conversations of which the CRM should hold something else. Of the others nothing is"
                            + " written, or it was by these files already, such as when something was said since they were saved.");
        }
    }

    private static String replay(JsonNode replay) {
        String end = replay.path("overtaken").asBoolean()
                ? ", ended there by other files"
                : replay.path("endedAt").isTextual() ? ", done" : ", going on";
        return replay.path("lookedAt").asLong() + " of " + replay.path("all").asLong() + " conversations looked at, "
                + replay.path("madeDue").asLong() + " of them due again" + end;
    }
}
