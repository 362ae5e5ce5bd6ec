package dev.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.parley.mail.MailServer.Security;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.camel.test.junit5.CamelContextConfiguration;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threeten.extra.MutableClock;

/** Mail on its way from the outbox to a real mail server. */
class SendMailTest extends CamelTestSupport {

    private static final Mail MAIL = Mail.saying("ann@example.com", "Grüße ${body} سلام", "Wie geht’s?\n.\nÅsa");

    @TempDir
    Path sink;

    private final GreenMail mails = new GreenMail(new ServerSetup[] {
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
            })
            .withConfiguration(GreenMailConfiguration.aConfig().withUser("parley", "hush"));
    private final Database database = Stores.h2();
    private final MutableClock clock = MutableClock.of(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private final Outbox outbox =
            new Outbox(database.tx(), clock, new Redelivery(Duration.ofSeconds(30), Duration.ofHours(1), 2));

    @Override
    public void configureTest(TestExecutionConfiguration test) {
        // Each test starts the context itself, with the routes that it wants.
        test.withUseAdviceWith(true);
    }

    @Override
    public void configureContext(CamelContextConfiguration context) {
        super.configureContext(context);
        Properties properties = new Properties();
        properties.setProperty("mail.interval", "50");
        properties.setProperty("mail.renewal", "50");
        context.withUseOverridePropertiesWithPropertiesComponent(properties);
    }

    @AfterEach
    void close() {
        context.stop();
        mails.stop();
        database.close();
    }

    @Test
    void aMailArrivesOnceAndAsItWasWritten() throws Exception {
        mails.start();
        outbox.put(MAIL);
        start(server(Security.NONE), false);
        awaitEmptyOutbox();
        outbox.put(MAIL);
        outbox.put(Mail.saying("bob@example.com", "Second", "After that one"));
        awaitEmptyOutbox();

        assertThat(received()).hasSize(2);
        MimeMessage first = received().get(0);
        assertThat(first.getSubject()).isEqualTo("Grüße ${body} سلام");
        assertThat(first.getContent().toString()).isEqualToNormalizingNewlines("Wie geht’s?\n.\nÅsa");
        assertThat(first.getFrom()[0]).hasToString("parley@parley.example");
        assertThat(first.getMessageID()).isEqualTo("<" + MAIL.key() + "@parley.example>");
        assertThat(first.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void anInvitationSaysItsMethodInTheContentTypeAndIsForTheSellerToAnswer() throws Exception {
        mails.start();
        String calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Möte\r\nEND:VCALENDAR\r\n";
        Mail invitation = Mail.named(
                "meeting:1",
                "ann@example.com",
                "Invitation: Möte",
                "In words",
                "<p>In words</p>",
                new CalendarPart("REQUEST", calendar, "ada@x.example"));
        outbox.put(invitation);
        start(server(Security.NONE), false);
        awaitEmptyOutbox();

        MimeMessage mail = received().get(0);
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        ContentType type = new ContentType(parts.getBodyPart(2).getContentType());
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(type.getBaseType()).isEqualTo("text/calendar");
        assertThat(type.getParameter("method")).isEqualTo("REQUEST");
        assertThat(type.getParameter("charset")).isEqualTo("UTF-8");
        assertThat(new String(parts.getBodyPart(2).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(calendar);
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("In words");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>In words</p>");
        assertThat(mail.getReplyTo()[0]).hasToString("ada@x.example");
        assertThat(mail.getSubject()).isEqualTo("Invitation: Möte");
        assertThat(mail.getMessageID()).isEqualTo("<" + invitation.key() + "@parley.example>");
    }

    @Test
    void aMailThatWasSentButNotMarkedGoesAgainUnderTheSameId() throws Exception {
        mails.start();
        outbox.put(MAIL);
        ClaimedMail sentBeforeTheCrash = outbox.claim().get(0);
        start(server(Security.NONE), false);
        template.send("smtp://127.0.0.1:" + mails.getSmtp().getPort(), exchange -> new Letters(
                        settings(server(Security.NONE)))
                .write(sentBeforeTheCrash, exchange.getMessage()));
        assertThat(received()).hasSize(1);

        clock.add(Duration.ofMinutes(16));
        awaitEmptyOutbox();

        assertThat(received()).hasSize(2);
        assertThat(received().get(0).getMessageID()).isEqualTo(received().get(1).getMessageID());
    }

    @Test
    void aMailThatIsBeingSentIsHeldOnTo() throws Exception {
        outbox.put(MAIL);
        assertThat(outbox.claim()).hasSize(1);
        start(null, false);
        clock.add(Duration.ofSeconds(50));

        await().atMost(Duration.ofMinutes(1))
                .until(() -> heldUntil().equals(clock.instant().plus(Duration.ofMinutes(1))));
    }

    @Test
    void aServerThatIsAwayGetsTheMailLater() throws Exception {
        mails.start();
        MailServer server = server(Security.NONE);
        mails.stop();
        outbox.put(MAIL);
        outbox.put(Mail.saying("bob@example.com", "Second", "After that one"));
        start(server, false);
        awaitFailures(2);

        GreenMail back = new GreenMail(new ServerSetup(server.port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        try {
            clock.add(Duration.ofMinutes(1));
            awaitEmptyOutbox();
            assertThat(back.getReceivedMessages()).hasSize(2);
        } finally {
            back.stop();
        }
    }

    @Test
    void aMailThatCannotBeSentAtAllIsGivenUpAndShown() throws Exception {
        MailServer nobody = new MailServer("127.0.0.1", 1, Security.NONE, null, null);
        outbox.put(MAIL);
        start(nobody, false);
        awaitFailures(1);
        clock.add(Duration.ofMinutes(1));

        await().until(() -> outbox.dead() == 1);
        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void nothingIsSaidToAServerThatDoesNotProtectIt() throws Exception {
        mails.start();
        outbox.put(MAIL);
        start(server(Security.STARTTLS), false);
        awaitFailures(1);

        assertThat(trouble()).contains("STARTTLS is required");
        assertThat(received()).isEmpty();
    }

    @Test
    void nothingIsSaidToAServerThatCannotProveWhoItIs() throws Exception {
        mails.start();
        outbox.put(MAIL);
        start(new MailServer("127.0.0.1", mails.getSmtps().getPort(), Security.TLS, "parley", "hush"), false);
        awaitFailures(1);

        assertThat(trouble()).containsIgnoringCase("certificat");
        assertThat(received()).isEmpty();
    }

    @Test
    void logsInWhereTheServerAsksForIt() throws Exception {
        mails.start();
        MailServer right = new MailServer("127.0.0.1", mails.getSmtp().getPort(), Security.NONE, "parley", "hush");
        outbox.put(MAIL);
        start(right, false);
        awaitEmptyOutbox();

        assertThat(received()).hasSize(1);
        assertThat(context.getEndpoints().toString()).doesNotContain("hush");
    }

    @Test
    void ofASandboxOrgAllMailGoesIntoTheSink() throws Exception {
        mails.start();
        outbox.put(MAIL);
        start(server(Security.NONE), true);
        awaitEmptyOutbox();

        assertThat(received()).isEmpty();
        assertSunk();
    }

    @Test
    void withoutAServerAllMailGoesIntoTheSink() throws Exception {
        outbox.put(MAIL);
        start(null, false);
        awaitEmptyOutbox();

        assertSunk();
    }

    @Test
    void mailWaitsUntilItIsKnownWhetherItMayGo() {
        outbox.put(MAIL);
        Dispatch dispatch = new Dispatch(outbox, true, () -> {
            throw new IllegalStateException("the CRM is away");
        });

        assertThat(dispatch.next()).isEmpty();
        assertThat(outbox.claim()).as("not even claimed").hasSize(1);
    }

    private void start(MailServer server, boolean sandbox) throws Exception {
        MailRoutes routes = new MailRoutes(outbox, settings(server), () -> sandbox);
        context.addRoutesConfigurations(routes.problems());
        context.addRoutes(routes);
        context.start();
    }

    private MailSettings settings(MailServer server) {
        return new MailSettings(Optional.ofNullable(server), "parley@parley.example", sink);
    }

    private MailServer server(Security security) {
        return new MailServer("127.0.0.1", mails.getSmtp().getPort(), security, null, null);
    }

    private List<MimeMessage> received() {
        return Arrays.asList(mails.getReceivedMessages());
    }

    private void awaitEmptyOutbox() {
        await().until(() -> outbox.waiting() == 0);
    }

    private void awaitFailures(int mailsThatFailed) {
        // GreenMail's own thread complains loudly of a client that hangs up.
        await().dontCatchUncaughtExceptions()
                .until(() -> database.tx().call(em -> em.createQuery(
                                        "select count(m) from MailRow m where m.attempts = 1", Long.class)
                                .getSingleResult())
                        == mailsThatFailed);
    }

    private Instant heldUntil() {
        return database.tx().call(em -> em.find(MailRow.class, MAIL.key()).leaseUntil);
    }

    private String trouble() {
        return database.tx().call(em -> em.find(MailRow.class, MAIL.key()).trouble);
    }

    private void assertSunk() throws IOException, MessagingException {
        try (Stream<Path> files = Files.list(sink)) {
            assertThat(files).singleElement().satisfies(file -> {
                MimeMessage mail = GreenMailUtil.newMimeMessage(Files.readString(file));
                assertThat(mail.getSubject()).isEqualTo(MAIL.subject());
                assertThat(mail.getMessageID()).startsWith("<" + MAIL.key());
                assertThat(mail.getContent().toString()).isEqualToNormalizingNewlines(MAIL.text());
            });
        }
    }
}
