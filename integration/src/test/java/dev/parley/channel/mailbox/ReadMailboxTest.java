package dev.parley.channel.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.parley.channel.mailbox.Mailbox.Security;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail on its way from a real mail server into the store. */
class ReadMailboxTest extends CamelTestSupport {

    private final Post post = new Post();
    private final GreenMail server = server(0, 0);
    private final AtomicBoolean storeIsAway = new AtomicBoolean();

    @Override
    public void configureTest(TestExecutionConfiguration test) {
        // Each test starts the context itself.
        test.withUseAdviceWith(true);
    }

    @BeforeEach
    void startServer() {
        server.start();
    }

    @AfterEach
    void close() {
        context.stop();
        server.stop();
        post.close();
    }

    @Test
    void aTranscriptSentBySmtpIsInTheStoreAndThenInItsFolder() throws Exception {
        send(Mails.transcript("Message-ID: <1@acme>"));
        start();

        await().until(() -> mails("Parley.Read") == 1);
        assertThat(post.events()).hasSize(3);
        // It is copied first and taken out of the inbox after that.
        await().until(() -> mails("INBOX") == 0);
        assertThat(post.meters
                        .counter("parley.mailbox.mails", "outcome", "taken")
                        .count())
                .isEqualTo(1);
        assertThat(context.getEndpoints().toString()).doesNotContain("hush");
    }

    @Test
    void whatCannotBeReadGoesToAnotherFolderAndIsKept() throws Exception {
        send(Mails.stranger("Please call me"));
        send(Mails.zendesk("x".repeat(1 << 20)));
        start();

        await().until(() -> mails("Parley.Unread") == 2);
        assertThat(post.reasons())
                .containsExactlyInAnyOrder(
                        "no file in transcripts is for this mail",
                        "the mail is longer than mailbox.largest; only its headers are kept here");
        assertThat(post.unread.list())
                .allSatisfy(kept -> assertThat(kept.size()).isLessThan(2_000));
    }

    @Test
    void headersFromOutsideNeverSteerTheRoute() throws Exception {
        send(Mails.transcript(
                "delete: true",
                "moveTo: Trash",
                "copyTo: Elsewhere",
                "CamelFileName: ../../etc/passwd",
                "camelhttpuri: http://evil.example",
                "CamelMailMoveTo: Trash"));
        start();

        await().until(() -> mails("Parley.Read") == 1);
        assertThat(folders()).doesNotContain("Trash", "Elsewhere");
    }

    @Test
    void aMailStaysWhereItIsUntilItsEventsAreDurable() throws Exception {
        storeIsAway.set(true);
        send(Mails.transcript());
        start();
        await().until(() -> refusals.get() > 1);
        assertThat(mails("INBOX")).isEqualTo(1);
        assertThat(post.events()).isEmpty();

        storeIsAway.set(false);
        await().until(() -> mails("Parley.Read") == 1);
        assertThat(post.events()).hasSize(3);
    }

    @Test
    void aMailThatIsReadAgainAfterACrashIsTheSameConversation() throws Exception {
        // Stored, and stopped before it was moved.
        post.take(Mails.transcript("Message-ID: <1@acme>"));
        send(Mails.transcript("Message-ID: <1@acme>"));
        start();

        await().until(() -> mails("Parley.Read") == 1);
        assertThat(post.events()).hasSize(3);
        assertThat(post.conversations()).isEqualTo(1);
    }

    @Test
    void aMailThatSomebodyLookedAtIsReadAllTheSame() throws Exception {
        send(Mails.transcript());
        inbox().getMessages().forEach(mail -> mail.setFlag(jakarta.mail.Flags.Flag.SEEN, true));
        start();

        await().until(() -> mails("Parley.Read") == 1);
        assertThat(post.events()).hasSize(3);
    }

    @Test
    void aServerThatGoesAwayIsReadAgainWhenItIsBack() throws Exception {
        start();
        send(Mails.transcript());
        await().until(() -> mails("Parley.Read") == 1);
        int smtp = server.getSmtp().getPort();
        int imap = server.getImap().getPort();
        server.stop();

        GreenMail back = server(smtp, imap);
        back.start();
        try {
            send(smtp, Mails.zendesk("(10:58:12 AM) Bob: Anybody there?\n"));
            await().dontCatchUncaughtExceptions().until(() -> post.conversations() == 2);
        } finally {
            context.stop();
            back.stop();
        }
    }

    private final AtomicInteger refusals = new AtomicInteger();

    private void start() throws Exception {
        Mailbox mailbox = new Mailbox("127.0.0.1", server.getImap().getPort(), Security.NONE, "in", "hush", "INBOX");
        MailboxRoutes routes = new MailboxRoutes(
                Post.settings(mailbox),
                () -> Post.SHIPPED,
                events -> {
                    if (storeIsAway.get()) {
                        refusals.incrementAndGet();
                        throw new jakarta.persistence.PersistenceException("the store is away");
                    }
                    return post.inbox.receive(events);
                },
                OwnMeetings.NONE,
                post.unread,
                post.database.tx(),
                java.time.Clock.systemUTC(),
                post.meters);
        context.addRoutesConfigurations(routes.problems());
        context.addRoutes(routes);
        context.start();
    }

    private static GreenMail server(int smtp, int imap) {
        return new GreenMail(new ServerSetup[] {
                    new ServerSetup(smtp, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                    new ServerSetup(imap, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
                })
                .withConfiguration(GreenMailConfiguration.aConfig().withUser("in@parley.example", "in", "hush"));
    }

    private void send(byte[] mail) throws Exception {
        send(server.getSmtp().getPort(), mail);
    }

    private static void send(int port, byte[] mail) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.from", "bounces@acme.example");
        MimeMessage message = new MimeMessage(Session.getInstance(properties), new ByteArrayInputStream(mail));
        Transport.send(message, new InternetAddress[] {new InternetAddress("in@parley.example")});
    }

    private MailFolder inbox() throws FolderException {
        return server.getManagers()
                .getImapHostManager()
                .getInbox(server.getUserManager().getUser("in"));
    }

    private int mails(String folder) throws FolderException {
        return folderNames()
                .filter(found -> found.getName().equals(folder.substring(folder.indexOf('.') + 1)))
                .mapToInt(MailFolder::getMessageCount)
                .sum();
    }

    private List<String> folders() throws FolderException {
        return folderNames().map(MailFolder::getName).toList();
    }

    private java.util.stream.Stream<MailFolder> folderNames() throws FolderException {
        return server.getManagers().getImapHostManager().getStore().listMailboxes("*").stream();
    }
}
