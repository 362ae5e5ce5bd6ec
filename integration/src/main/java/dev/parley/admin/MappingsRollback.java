package dev.parley.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mappings rollback [VERSION]}: brings the files of an earlier version into force. */
@Command(
        name = "rollback",
        description = "Brings the files of the version before into force again, for past conversations too.",
        mixinStandardHelpOptions = true)
final class MappingsRollback implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "VERSION",
            description = "This one in place of the version before. Where the folder holds broken files, what is in"
                    + " force is put back unless a version is named.")
    private Long version;

    @Mixin
    private SettingsOption settings;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        String by = URLEncoder.encode(System.getProperty("user.name"), StandardCharsets.UTF_8);
        String query = "?by=" + by + (version == null ? "" : "&version=" + version);
        MappingsVersions.tell(
                output,
                new ServerClient(settings.only("admin.token"))
                        .post("/v1/mappings/rollback" + query)
                        .orThrow("Rolling back")
                        .body());
        return 0;
    }
}
