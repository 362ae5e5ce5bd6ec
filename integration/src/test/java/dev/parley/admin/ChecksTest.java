package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dev.parley.conversation.ConversationEntities;
import dev.parley.crm.salesforce.ApiUsage;
import dev.parley.crm.salesforce.OrgGreeting;
import dev.parley.mail.MailServer;
import dev.parley.mail.MailServer.Security;
import dev.parley.mail.MailSettings;
import dev.parley.store.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new installation gets wrong on this machine, and with the mail server. */
class ChecksTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aHomeThatCannotBeMade() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(new DiskCheck(folder.resolve("home/below")).diagnose().get(0).verdict())
                .isNotEqualTo(Verdict.FAILED);
        assertThat(new DiskCheck(file.resolve("home")).diagnose())
                .containsExactly(Diagnosis.failed(
                        file.toString(), "nothing can be written here", "Give this user the right to, or set home."));
    }

    @Test
    void aDiskThatIsFull() {
        DiskCheck disk = new DiskCheck(folder);

        assertThat(disk.room(199).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(disk.room(2_047).verdict()).isEqualTo(Verdict.WARNING);
        assertThat(disk.room(2_048)).isEqualTo(Diagnosis.ok(folder.toString(), "2048 MiB free"));
    }

    @Test
    void aPortThatAnotherProgramHas() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.start();
        PortCheck port = new PortCheck("127.0.0.1", other.getAddress().getPort());
        try {
            assertThat(port.diagnose()).singleElement().satisfies(diagnosis -> {
                assertThat(diagnosis.verdict()).isEqualTo(Verdict.FAILED);
                assertThat(diagnosis.what()).startsWith("cannot be listened on");
                assertThat(diagnosis.next()).startsWith("Set http.port to a free port");
            });
            other.createContext("/v1/dead-letters", exchange -> {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer realm=\"parley\"");
                exchange.sendResponseHeaders(401, -1);
            });
            assertThat(port.diagnose())
                    .singleElement()
                    .extracting(Diagnosis::what)
                    .isEqualTo("Parley is running here");
        } finally {
            other.stop(0);
        }
        assertThat(new PortCheck("127.0.0.1", freePort()).diagnose())
                .singleElement()
                .extracting(Diagnosis::what)
                .isEqualTo("free");
    }

    @Test
    void aStoreIsLookedAtAndNotMade() throws IOException {
        Settings settings = settings("store.url=jdbc:h2:file:{home}/store");
        StoreCheck store = new StoreCheck(settings);

        assertThat(store.diagnose())
                .singleElement()
                .extracting(Diagnosis::what)
                .isEqualTo("new: made at the first start");
        assertThat(folder.resolve("store.mv.db")).doesNotExist();
        Database.open(settings.text("store.url"), "parley", "", ConversationEntities.classes())
                .close();
        assertThat(store.diagnose()).singleElement().extracting(Diagnosis::what).isEqualTo("up to date");

        try (FileChannel file = FileChannel.open(folder.resolve("store.mv.db"), StandardOpenOption.WRITE)) {
            assertThat(file.lock().isValid()).isTrue();
            assertThat(store.diagnose())
                    .containsExactly(Diagnosis.ok(
                            settings.text("store.url"), "in use by another process, such as the running server"));
        }
    }

    @Test
    void aStoreThatCannotBeReached() throws IOException {
        StoreCheck store = new StoreCheck(settings("store.url=jdbc:postgresql://127.0.0.1:1/parley"));

        assertThat(store.diagnose()).singleElement().satisfies(diagnosis -> {
            assertThat(diagnosis.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(diagnosis.what()).startsWith("cannot be opened: ").contains("refused");
            assertThat(diagnosis.next()).isEqualTo("Look at store.url, store.user and store.password.");
        });
    }

    @Test
    void mappingFilesThatAreBroken() throws IOException {
        Files.createDirectories(folder.resolve("salesforce"));
        Files.writeString(folder.resolve("salesforce/lead.yaml"), "sobjcet: Lead\n");

        assertThat(new MappingFilesCheck(folder).diagnose()).anySatisfy(diagnosis -> {
            assertThat(diagnosis.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(diagnosis.where()).isEqualTo("salesforce/lead.yaml:1:1");
            assertThat(diagnosis.next()).isEqualTo("Did you mean 'sobject'?");
        });
        assertThat(new MappingFilesCheck(Path.of("..", "mappings")).diagnose())
                .singleElement()
                .extracting(Diagnosis::what)
                .isEqualTo("sound");
    }

    @Test
    void aMailServerThatDoesNotLetParleyIn() {
        GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withUser("parley", "hush"));
        mails.start();
        int port = mails.getSmtp().getPort();
        try {
            assertThat(mail(port, Security.NONE, "hush"))
                    .extracting(Diagnosis::what)
                    .containsExactly("lets Parley in");
            assertThat(mail(port, Security.NONE, "wrong"))
                    .containsExactly(Diagnosis.failed(
                            "127.0.0.1:" + port, "refuses the login", "Look at mail.user and mail.password."));
            assertThat(mail(port, Security.STARTTLS, "hush"))
                    .extracting(Diagnosis::what)
                    .first()
                    .asString()
                    .contains("STARTTLS is required");
            assertThat(mails.getReceivedMessages()).isEmpty();
        } finally {
            mails.stop();
        }
        assertThat(mail(port, Security.NONE, "hush"))
                .extracting(Diagnosis::verdict)
                .containsExactly(Verdict.FAILED);
    }

    @Test
    void mailThatGoesNowhere() {
        MailSettings none = new MailSettings(Optional.empty(), "parley@localhost", folder);

        assertThat(new MailCheck(none, false).diagnose())
                .extracting(Diagnosis::verdict)
                .containsExactly(Verdict.WARNING, Verdict.WARNING);
    }

    @Test
    void aClockThatGoesWrong() throws Exception {
        assertThat(clock(NOON.minusSeconds(5))).extracting(Diagnosis::verdict).containsOnly(Verdict.OK);
        assertThat(clock(NOON.plusSeconds(6))).extracting(Diagnosis::what).contains("6 s behind the org's");
        assertThat(clock(NOON.minusSeconds(90))).extracting(Diagnosis::what).contains("90 s ahead of the org's");
        assertThat(clock(null)).extracting(Diagnosis::verdict).contains(Verdict.WARNING);
    }

    @Test
    void anOrgThatCannotBeReached() throws Exception {
        ClockCheck check = new ClockCheck(
                "https://org",
                "62.0",
                () -> {
                    throw new IOException("nobody there");
                },
                at(NOON));

        assertThat(check.diagnose()).singleElement().satisfies(diagnosis -> {
            assertThat(diagnosis.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(diagnosis.what()).contains("cannot be reached", "nobody there");
        });
    }

    @Test
    void anApiVersionThatTheOrgDoesNotSpeak() throws Exception {
        OrgGreeting greeting = new OrgGreeting(NOON, List.of("60.0", "61.0"));

        assertThat(new ClockCheck("https://org", "62.0", () -> greeting, at(NOON)).diagnose())
                .contains(Diagnosis.failed(
                        "https://org", "does not speak version 62.0", "Set crm.apiVersion to one of 60.0, 61.0."));
    }

    @Test
    void anOrgWithoutCallsLeft() {
        assertThat(calls(Optional.of(new ApiUsage(18, 15_000)))).isEqualTo(Verdict.OK);
        assertThat(calls(Optional.of(new ApiUsage(5_001, 15_000)))).isEqualTo(Verdict.WARNING);
        assertThat(calls(Optional.of(new ApiUsage(15_000, 15_000)))).isEqualTo(Verdict.FAILED);
        assertThat(calls(Optional.empty())).isEqualTo(Verdict.WARNING);
    }

    private static Verdict calls(Optional<ApiUsage> usage) {
        return new CallsCheck(() -> usage, 10_000).diagnose().get(0).verdict();
    }

    private static List<Diagnosis> clock(Instant org) throws Exception {
        OrgGreeting greeting = new OrgGreeting(org, List.of("62.0"));
        return new ClockCheck("https://org", "62.0", () -> greeting, at(NOON)).diagnose();
    }

    private static Clock at(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }

    private List<Diagnosis> mail(int port, Security security, String password) {
        MailServer server = new MailServer("127.0.0.1", port, security, "parley", password);
        return new MailCheck(new MailSettings(Optional.of(server), "parley@parley.example", folder), true).diagnose();
    }

    private Settings settings(String line) throws IOException {
        Path file = Files.writeString(folder.resolve("parley.properties"), "home=" + folder + "\n" + line + "\n");
        return Settings.load(file, Map.of(), List.of());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
