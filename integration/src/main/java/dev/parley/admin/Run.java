package dev.parley.admin;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run}: the server, until it is told to stop. */
@Command(name = "run", description = "Runs the server.", mixinStandardHelpOptions = true)
final class Run implements Callable<Integer> {

    @Mixin
    private SettingsOption settings;

    @Override
    public Integer call() throws Exception {
        try (Server server = Server.start(settings.all())) {
            server.awaitStop();
        }
        return 0;
    }
}
