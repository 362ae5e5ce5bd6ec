package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.parley.channel.mailbox.MailboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What doctor and the settings say of the mailbox. */
class MailboxCheckTest {

    @TempDir
    private Path folder;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP))
            .withConfiguration(GreenMailConfiguration.aConfig().withUser("in@parley.example", "in", "hush"));

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aMailboxThatCanBeReadAndWhatKeepsParleyOut() throws IOException {
        server.start();
        int port = server.getImap().getPort();
        String where = "127.0.0.1:" + port;

        assertThat(check(port, "mailbox.password=hush"))
                .containsExactly(Diagnosis.ok(where, "lets Parley in; mails that wait in INBOX: 0"));
        assertThat(check(port, "mailbox.password=wrong"))
                .containsExactly(
                        Diagnosis.failed(where, "refuses the login", "Look at mailbox.user and mailbox.password."));
        assertThat(check(port, "mailbox.password=hush", "mailbox.folder=Nowhere"))
                .containsExactly(Diagnosis.failed(where, "has no folder Nowhere", "Look at mailbox.folder."));
        assertThat(check(port, "mailbox.password=hush", "mailbox.security=starttls"))
                .extracting(Diagnosis::verdict)
                .containsExactly(Verdict.FAILED);
        server.stop();
        assertThat(check(port, "mailbox.password=hush"))
                .extracting(Diagnosis::verdict)
                .containsExactly(Verdict.FAILED);
    }

    @Test
    void withoutAHostNoMailboxIsRead() throws IOException {
        assertThat(MailboxSetup.of(settings())).isEmpty();
    }

    @Test
    void aHostWithoutALoginIsRefused() {
        assertThatExceptionOfType(SettingsProblem.class)
                .isThrownBy(() -> MailboxSetup.of(settings("mailbox.host=imap.example.com", "mailbox.user=in")))
                .satisfies(problem -> assertThat(problem.findings())
                        .extracting(SettingFinding::where)
                        .containsExactly("mailbox.password"));
    }

    @Test
    void leftAloneItReadsTheInboxOverTlsEachMinute() throws IOException {
        MailboxSettings mailbox = MailboxSetup.of(
                        settings("mailbox.host=imap.example.com", "mailbox.user=in", "mailbox.password=hush"))
                .orElseThrow();

        assertThat(mailbox.mailbox()).hasToString("Mailbox[imaps imap.example.com:993 TLS INBOX]");
        assertThat(mailbox.every()).hasMinutes(1);
        assertThat(mailbox.readFolder()).isEqualTo("Parley/Read");
        assertThat(mailbox.toString()).doesNotContain("hush");
    }

    private List<Diagnosis> check(int port, String... lines) throws IOException {
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "mailbox.host=127.0.0.1",
                                "mailbox.port=" + port,
                                "mailbox.user=in",
                                java.util.Arrays.stream(lines).anyMatch(line -> line.contains("security"))
                                        ? ""
                                        : "mailbox.security=none"),
                        java.util.Arrays.stream(lines))
                .toArray(String[]::new);
        return new MailboxCheck(MailboxSetup.of(settings(all)).orElseThrow()).diagnose();
    }

    private Settings settings(String... lines) throws IOException {
        String text = "home=" + folder + "\n" + String.join("\n", lines) + "\n";
        return Settings.load(Files.writeString(folder.resolve("parley.properties"), text), Map.of(), List.of());
    }
}
