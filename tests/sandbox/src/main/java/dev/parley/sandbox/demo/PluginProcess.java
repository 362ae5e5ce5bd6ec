package dev.parley.sandbox.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The plugin as a process of its own, which ends with the demo. */
final class PluginProcess implements AutoCloseable {

    private static final Duration TIME_TO_END = Duration.ofSeconds(10);
    private static final int LINES_OF_INTEREST = 30;

    private final Process process;
    private final Path log;

    private PluginProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts the server.
     *
     * @param jar the plugin's program
     * @param jvmOptions a file of options for {@code java}, one a line
     * @param settings what the plugin is told
     * @param folder where {@code parley.properties} and {@code parley.log} are written
     */
    static PluginProcess start(Path jar, Path jvmOptions, PluginSettings settings, Path folder) throws IOException {
        Path config = settings.write(folder);
        Path log = folder.resolve("parley.log");
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + jvmOptions.toAbsolutePath(),
                        "-XX:SharedArchiveFile=" + jar.toAbsolutePath().resolveSibling("parley.jsa"),
                        "-jar",
                        jar.toAbsolutePath().toString(),
                        "run",
                        "--config",
                        config.toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().putAll(settings.environment());
        return new PluginProcess(command.start(), log);
    }

    /** Whether it still runs; if not, {@link #lastWords} say why. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** The process's id, for those who want to look at it. */
    long pid() {
        return process.pid();
    }

    /** Completes with the exit status when the process ends. */
    CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** The end of the log, for a person to read. */
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            List<String> end = lines.subList(Math.max(0, lines.size() - LINES_OF_INTEREST), lines.size());
            return "The end of " + log + ":\n" + String.join("\n", end);
        } catch (IOException e) {
            return "Its log " + log + " is not readable: " + e.getMessage();
        }
    }

    /** Asks the process to end, and ends it if it does not within ten seconds. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TIME_TO_END.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
