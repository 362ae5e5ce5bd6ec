package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mappings apply [DIR]}: brings a folder's files into force on the server, for past conversations too. */
@Command(
        name = "apply",
        description =
                "Brings these files into force on the server, as a new version, for past conversations too; the server's"
                        + " folder then holds these files and no others. What was only saved there is applied by applying that"
                        + " folder.",
        mixinStandardHelpOptions = true)
final class MappingsApply implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "mappings",
            description = "the mappings folder; default: ${DEFAULT-VALUE}")
    private Path dir;

    @Option(names = "--note", paramLabel = "TEXT", description = "Why, for those who look at the versions later.")
    private String note;

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

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isDirectory(dir)) {
            throw new ParameterException(spec.commandLine(), "There is no folder '" + dir + "'");
        }
        MappingFiles.load(dir).orThrow();
        ObjectNode wanted = new ObjectMapper().createObjectNode();
        MappingFolder.texts(dir).forEach(wanted.putObject("files")::put);
        wanted.put("by", System.getProperty("user.name")).put("note", note);
        ServerClient server = new ServerClient(settings.only("admin.token"));
        FolderReport foreseen = new FolderReport(dir.toString(), post(server, "?dryRun=true", wanted));
        foreseen.foretell(output);
        if (dryRun) {
            output.print(new Table("version"), foreseen.change());
            return 0;
        }
        String query = discardEdits ? "?discardEdits=true" : "";
        new FolderReport(dir.toString(), post(server, query, wanted)).tell(output);
        return 0;
    }

    private static JsonNode post(ServerClient server, String query, ObjectNode wanted) {
        byte[] body = wanted.toString().getBytes(StandardCharsets.UTF_8);
        return server.post("/v1/mappings/versions" + query, "application/json", body)
                .orThrow("Applying")
                .body();
    }
}
