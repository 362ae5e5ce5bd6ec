package dev.parley.meeting;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A real CalDAV server of this machine, if it has one. */
final class CalendarServer implements AutoCloseable {

    static final String USER = "seller";
    static final String PASSWORD = "secret";

    private final Process process;
    private final URI calendar;

    private CalendarServer(Process process, URI calendar) {
        this.process = process;
        this.calendar = calendar;
    }

    /** Skips the test where the machine has no such server, but for {@code tests/system/calendar.sh}, which installs it. */
    static void assumeInstalled(String program) {
        Assumptions.assumeTrue(
                has(program) || "required".equals(System.getenv("CALENDAR_STORIES")), program + " is not installed");
    }

    /** Whether a program of that name is in the path. */
    private static boolean has(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    static CalendarServer start(String program, Path folder) throws IOException, InterruptedException {
        return program.equals("xandikos") ? xandikos(folder) : radicale(folder);
    }

    /** Answers free-busy queries itself; knows no users. */
    private static CalendarServer xandikos(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        return new CalendarServer(
                        run(
                                folder,
                                "xandikos",
                                "-d",
                                folder.resolve("data").toString(),
                                "--defaults",
                                "-l",
                                "127.0.0.1",
                                "-p",
                                "" + port),
                        URI.create("http://127.0.0.1:" + port + "/user/calendars/calendar/"))
                .awaited();
    }

    /** Answers no free-busy query; asks for a login. */
    private static CalendarServer radicale(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        Path users = Files.writeString(folder.resolve("users"), USER + ":" + PASSWORD + "\n");
        CalendarServer server = new CalendarServer(
                        run(
                                folder,
                                "radicale",
                                "--config",
                                "",
                                "--server-hosts",
                                "127.0.0.1:" + port,
                                "--auth-type",
                                "htpasswd",
                                "--auth-htpasswd-filename",
                                users.toString(),
                                "--auth-htpasswd-encryption",
                                "plain",
                                "--storage-filesystem-folder",
                                folder.resolve("data").toString()),
                        URI.create("http://127.0.0.1:" + port + "/seller/work/"))
                .awaited();
        server.send("MKCALENDAR", server.calendar, "");
        return server;
    }

    private static Process run(Path folder, String... command) throws IOException {
        return new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private CalendarServer awaited() {
        Awaitility.await("the calendar server answers")
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> send("OPTIONS", calendar.resolve("/"), "") > 0);
        return this;
    }

    URI address() {
        return calendar;
    }

    CalDav calDav() {
        return new CalDav(calendar, USER, PASSWORD);
    }

    CalDav calDav(String password) {
        return new CalDav(calendar, USER, password);
    }

    private int send(String method, URI uri, String body) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header("Authorization", "Basic " + login)
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
