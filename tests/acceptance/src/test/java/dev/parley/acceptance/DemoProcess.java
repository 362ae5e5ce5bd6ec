package dev.parley.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The demo as {@code mvn -Pdemo} starts it, in a process of its own. */
final class DemoProcess implements AutoCloseable {

    private final Process process;
    private final Path output;
    private final int port;
    private final int orgPort;

    private DemoProcess(Process process, Path output, int port, int orgPort) {
        this.process = process;
        this.output = output;
        this.port = port;
        this.orgPort = orgPort;
    }

    static DemoProcess start(Path home) throws IOException {
        int port = freePort();
        int orgPort = freePort();
        Path output = home.resolve("output.txt");
        Path project = Path.of(System.getProperty("parley.project"));
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "dev.parley.sandbox.demo.Demo",
                        "--port=" + port,
                        "--org-port=" + orgPort,
                        "--home=" + home.resolve("data").toAbsolutePath(),
                        "--end-with-parent"))
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new DemoProcess(process, output, port, orgPort);
    }

    int port() {
        return port;
    }

    int orgPort() {
        return orgPort;
    }

    void awaitReady() {
        await().atMost(Duration.ofMinutes(3)).until(() -> !process.isAlive() || output().contains("\nadmin "));
        if (!process.isAlive()) {
            throw new AssertionError("The demo ended before it was ready:\n" + output());
        }
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
