package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mappings rollback [VERSION]}: brings the files of an earlier version into force. */
@Command(
        name = "rollback",
        description = "Brings the files of the last version that was applied before into force again, for past"
                + " conversations too.",
        mixinStandardHelpOptions = true)
final class MappingsRollback implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "VERSION",
            description =
                    "This one in place of the last that was applied before the one in force. Where the folder holds"
                            + " broken files, what is in force is put back unless a version is named.")
    private Long version;

    @Option(names = "--dry-run", description = "Only say which files in the server's folder would change.")
    private boolean dryRun;

    @Option(
            names = "--discard-edits",
            description =
                    "Lose edits in the server's folder that no version holds; without it they are not overwritten.")
    private boolean discardEdits;

    @Mixin
    private SettingsOption settings;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        String by = URLEncoder.encode(System.getProperty("user.name"), StandardCharsets.UTF_8);
        String query = "?by=" + by + (version == null ? "" : "&version=" + version);
        ServerClient server = new ServerClient(settings.only("admin.token"));
        JsonNode foreseen = post(server, query + "&dryRun=true");
        String from = "version " + foreseen.path("backTo").asText();
        new FolderReport(from, foreseen).foretell(output);
        if (dryRun) {
            output.print(new Table("version"), foreseen);
            return 0;
        }
        new FolderReport(from, post(server, query + (discardEdits ? "&discardEdits=true" : ""))).tell(output);
        return 0;
    }

    private static JsonNode post(ServerClient server, String query) {
        return server.post("/v1/mappings/rollback" + query)
                .orThrow("Rolling back")
                .body();
    }
}
