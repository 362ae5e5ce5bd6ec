package dev.parley.admin;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: the server, until it is told to stop. */
@Command(name = "run", description = "Runs the server.", mixinStandardHelpOptions = true)
final class Run implements Callable<Integer> {

    @Mixin
    private SettingsOption settings;

    @Option(
            names = "--once",
            description = "Starts, and stops as soon as events would be taken: tries the settings, and lets java record"
                    + " the classes of a start (-XX:ArchiveClassesAtExit).")
    private boolean once;

    @Override
    public Integer call() throws Exception {
        try (Server server = Server.start(settings.all())) {
            if (!once) {
                server.awaitStop();
            }
        }
        return 0;
    }
}
