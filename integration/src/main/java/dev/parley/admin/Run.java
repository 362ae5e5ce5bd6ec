package dev.parley.admin;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code run}: the server, until it is told to stop. */
@Command(name = "run", description = "Runs the server.", mixinStandardHelpOptions = true)
final class Run implements Callable<Integer> {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The settings; default: parley.properties in the working directory, if there is one.")
    private Path config = Settings.DEFAULT_FILE;

    @Override
    public Integer call() throws Exception {
        try (Server server = Server.start(Settings.load(config, System.getenv()))) {
            server.awaitStop();
        }
        return 0;
    }
}
