package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** The plugin, started as the README says: a process of its own, with its folder and its settings. */
final class Plugin implements AutoCloseable {

    static final String CHANNEL_TOKEN = "channel-token-of-the-stories";
    static final String ADMIN_TOKEN = "admin-token-of-the-stories";

    private static final Path PROJECT = Path.of(System.getProperty("parley.project", "../.."));
    private static final Duration TIME_TO_START = Duration.ofMinutes(3);

    private final Path home;
    private final Map<String, String> settings = new TreeMap<>();
    private Process process;

    /** Not started yet; {@code home} is where all its data lies. */
    Plugin(Path home, String org) throws IOException {
        this.home = Files.createDirectories(home).toAbsolutePath();
        settings.putAll(Map.of(
                "home",
                this.home.toString().replace("\\", "\\\\"),
                "http.port",
                String.valueOf(freePort()),
                "crm.url",
                org,
                "crm.clientId",
                "parley-demo",
                "crm.clientSecret",
                "parley-demo",
                "channel.tokens",
                CHANNEL_TOKEN + "=*",
                "admin.token",
                ADMIN_TOKEN,
                "mappings.dir",
                project("mappings").toString().replace("\\", "\\\\")));
        // As quick as it may be: the stories wait for what happens, not for the clock.
        settings.putAll(Map.of(
                "delivery.interval", "100ms",
                "delivery.firstWrite", "0s",
                "delivery.growing", "1s",
                "delivery.growingAll", "true",
                "delivery.lease", "10s",
                "delivery.backoffFirst", "100ms",
                "delivery.backoffMost", "1s",
                "directory.freshness", "0s"));
    }

    /** A file of the project; with a word on what to do where it is not built. */
    static Path project(String path) {
        Path file = PROJECT.resolve(path).toAbsolutePath().normalize();
        assertThat(file)
                .as("The stories need %s. Build it first: mvn -DskipTests package -pl integration", path)
                .exists();
        return file;
    }

    /** Names and values in turn; they count from the next start or command on. */
    Plugin with(String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return this;
    }

    void without(String setting) {
        settings.remove(setting);
    }

    String url() {
        return "http://127.0.0.1:" + settings.get("http.port");
    }

    Path home() {
        return home;
    }

    /** Starts it, and returns when it is ready for events. */
    Plugin start() {
        launch();
        Awaitility.await("the plugin is ready")
                .atMost(TIME_TO_START)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !process.isAlive() || isReady());
        assertThat(process.isAlive()).as(log()).isTrue();
        return this;
    }

    /** Starts it without waiting for anything. */
    private void launch() {
        try {
            process = java("run", "--config", configuration().toString())
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.resolve("parley.log").toFile()))
                    .start();
            Process started = process;
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() {
        try {
            return Json.send("GET", url() + "/q/health/ready", null, Json.TYPE, null)
                            .status()
                    == 200;
        } catch (UncheckedIOException notListeningYet) {
            return false;
        }
    }

    /** What {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops it in order. */
    void stop() {
        process.destroy();
        if (!ends(Duration.ofSeconds(30))) {
            kill();
            throw new AssertionError("The plugin did not stop when it was asked to. " + log());
        }
    }

    void restart(String... namesAndValues) {
        stop();
        with(namesAndValues).start();
    }

    /** How a command ended, and what it printed. */
    record Ended(int status, String output) {}

    /** Runs a command with the plugin's settings to its end. */
    Ended command(String... words) throws IOException, InterruptedException {
        Path output = Files.createTempFile(home, "command", ".txt");
        Process command = java(words).redirectOutput(output.toFile()).start();
        try {
            assertThat(command.waitFor(2, TimeUnit.MINUTES))
                    .as(String.join(" ", words))
                    .isTrue();
            return new Ended(command.exitValue(), Files.readString(output));
        } finally {
            command.destroyForcibly();
        }
    }

    private ProcessBuilder java(String... words) throws IOException {
        Path jar = project("integration/target/parley.jar");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + project("integration/jvm.options"),
                "-XX:SharedArchiveFile=" + jar.resolveSibling("parley.jsa"),
                "-jar",
                jar.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().put("PARLEY_CONFIG", configuration().toString());
        return builder;
    }

    private Path configuration() throws IOException {
        String lines = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
        return Files.writeString(home.resolve("stories.properties"), lines);
    }

    /** The end of what it logged. */
    String log() {
        try {
            List<String> lines = Files.readAllLines(home.resolve("parley.log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return "There is no log: " + e.getMessage();
        }
    }

    private boolean ends(Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends it whatever it is doing. */
    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            if (!ends(Duration.ofSeconds(10))) {
                kill();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
