package dev.parley.acceptance;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A seller's calendar on a real server, xandikos, where this machine has it. */
final class CalDavServer implements AutoCloseable {

    private final Process process;
    private final URI calendar;

    private CalDavServer(Process process, URI calendar) {
        this.process = process;
        this.calendar = calendar;
    }

    /** Empty where the machine has none, but for {@code tests/system/calendar.sh}, which installs it. */
    static Optional<CalDavServer> start(Path folder) throws IOException {
        if (!isInstalled() && !"required".equals(System.getenv("CALENDAR_STORIES"))) {
            return Optional.empty();
        }
        Files.createDirectories(folder);
        int port = freePort();
        String[] command = {
            "xandikos", "-d", folder.resolve("data").toString(), "--defaults", "-l", "127.0.0.1", "-p", "" + port
        };
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        CalDavServer server =
                new CalDavServer(process, URI.create("http://127.0.0.1:" + port + "/user/calendars/calendar/"));
        Awaitility.await("the calendar server answers")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> server.send("OPTIONS", server.calendar) != null);
        return Optional.of(server);
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "xandikos")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    String address() {
        return calendar.toString();
    }

    /** Everything that stands in it, as its server tells (RFC 4791). */
    String entries() throws IOException, InterruptedException {
        String names = send("PROPFIND", calendar);
        StringBuilder entries = new StringBuilder();
        for (String name : names.split("(?=/user/calendars/calendar/)", -1)) {
            int end = name.indexOf(".ics");
            if (end > 0) {
                entries.append(send("GET", calendar.resolve(name.substring(0, end + ".ics".length()))));
            }
        }
        return entries.toString();
    }

    private String send(String method, URI uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Depth", "1")
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
