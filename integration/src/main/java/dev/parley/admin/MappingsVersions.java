package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mappings versions [VERSION]}: every set of files that was ever in force. */
@Command(
        name = "versions",
        description =
                "Lists the versions of the mapping files, the one in force first; or shows the files of one. One that"
                        + " was saved in the folder and not applied holds only for what was said from then on.",
        mixinStandardHelpOptions = true)
final class MappingsVersions implements Callable<Integer> {

    private static final String PATH = "/v1/mappings/versions";

    @Parameters(arity = "0..1", paramLabel = "VERSION", description = "Show the files of this one.")
    private Long version;

    @Mixin
    private SettingsOption settings;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        ServerClient client = new ServerClient(settings.only("admin.token"));
        if (version == null) {
            list(client.get(PATH).orThrow("The list").body());
        } else {
            show(client.get(PATH + "/" + version).orThrow("Version " + version).body());
        }
        return 0;
    }

    private void list(JsonNode versions) {
        Table table = new Table("version", "at", "by", "note", "applied", "hash");
        versions.forEach(one -> table.row(
                one.path("number").asText(),
                one.path("at").asText(),
                one.path("by").asText(),
                one.path("note").asText(""),
                applied(one),
                one.path("hash").asText()));
        output.print(table, versions);
    }

    /** When it was applied and by whom; {@code no} if it only held for what was said from then on. */
    static String applied(JsonNode version) {
        return version.path("appliedAt").isTextual()
                ? version.path("appliedAt").asText() + " by "
                        + version.path("appliedBy").asText()
                : "no";
    }

    private void show(JsonNode one) {
        output.print(new Table("version"), one);
        one.path("files").fields().forEachRemaining(file -> {
            output.say("# " + file.getKey());
            output.say(file.getValue().asText());
        });
    }
}
