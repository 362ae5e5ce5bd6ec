package dev.parley.benchmark;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The plugin as a process of its own, started as the README says. */
final class Plugin implements AutoCloseable {

    static final Path SMALL = Path.of("integration", "jvm.options");
    static final Path BUSY = Path.of("integration", "jvm-busy.options");
    static final String CHANNEL_TOKEN = "parley-benchmark-channel";
    private static final String ADMIN_TOKEN = "parley-benchmark-admin";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path config;
    private final URI address;
    private final Duration untilReady;

    private Plugin(Process process, Path config, URI address, long begun) {
        this.process = process;
        this.config = config;
        this.address = address;
        await().pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .failFast("the plugin ended; see " + config.resolveSibling("plugin.log"), () -> !process.isAlive())
                .until(this::isReady);
        this.untilReady = Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Starts it with an empty store in {@code home} and the shipped mappings, and returns when it serves. */
    static Plugin start(Path home, String org) {
        return start(home, org, Path.of("mappings"));
    }

    /** The same with other mappings. */
    static Plugin start(Path home, String org, Path mappings) {
        return start(home, org, mappings, SMALL);
    }

    /** The same with other options of the JVM, of which {@link #SMALL} is the one file and {@link #BUSY} the other. */
    static Plugin start(Path home, String org, Path mappings, Path options) {
        try {
            int port = freePort();
            Path config = Files.writeString(
                    Files.createDirectories(home).resolve("parley.properties"), settings(home, port, org, mappings));
            long begun = System.nanoTime();
            Process process = launch(options, home.resolve("plugin.log"), "run", config);
            return new Plugin(process, config, URI.create("http://127.0.0.1:" + port), begun);
        } catch (IOException e) {
            throw new UncheckedIOException("The plugin cannot be started: is it built? " + e.getMessage(), e);
        }
    }

    private static String settings(Path home, int port, String org, Path mappings) {
        return """
                home=%s
                http.port=%d
                crm.url=%s
                crm.clientId=parley-demo
                channel.tokens=%s=*
                admin.token=%s
                mappings.dir=%s
                source.default.mode=handoff
                """
                .formatted(home.resolve("store"), port, org, CHANNEL_TOKEN, ADMIN_TOKEN, mappings.toAbsolutePath());
    }

    private static Process launch(Path options, Path log, String command, Path config) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("@" + options);
        words.addAll(
                List.of("-jar", Path.of("integration", "target", "parley.jar").toString()));
        words.addAll(List.of(command, "--config", config.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("PARLEY_CRM_CLIENT_SECRET", "parley-demo");
        return builder.start();
    }

    private boolean isReady() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address.resolve("/q/health/ready")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListeningYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the plugin started", e);
        }
    }

    /** What the admin sees of a conversation, by the matching of this moment. */
    JsonNode view(String source, String id) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/v1/conversations/" + source + "/" + id))
                    .header("Authorization", "Bearer " + ADMIN_TOKEN)
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The plugin answered " + answer.statusCode() + ": " + answer.body());
            }
            return JsonMapper.builder().build().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while looking at a conversation", e);
        }
    }

    URI address() {
        return address;
    }

    /** From the start of the process to the first answer that it is ready. */
    Duration untilReady() {
        return untilReady;
    }

    /** Processor time that it has used since its start. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Runs the command {@code reconcile}. @throws IllegalStateException if anything differs */
    void reconcile() {
        Path log = config.resolveSibling("reconcile.log");
        try {
            if (launch(SMALL, log, "reconcile", config).waitFor() != 0) {
                throw new IllegalStateException("reconcile found differences:\n" + Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reconciling", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
