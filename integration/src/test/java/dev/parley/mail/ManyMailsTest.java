package dev.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.parley.store.Database;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threeten.extra.MutableClock;

/** More mails than one turn takes: all go as fast as the server takes them, in their order, and each once. */
class ManyMailsTest {

    private static final int MANY = 220;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Longer than any test: whatever goes, goes in the first turn. */
    private static final long NEVER = 3_600_000;

    @TempDir
    Path folder;

    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final CamelContext context = new DefaultCamelContext();
    private final MutableClock clock = MutableClock.of(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private Database database;
    private Outbox outbox;

    @BeforeEach
    void open() {
        mails.start();
        database = Database.open(url(), "", "", MailEntities.classes());
        outbox = new Outbox(database.tx(), clock, Redelivery.SIX_HOURS);
        for (int number = 0; number < MANY; number++) {
            outbox.put(mail(number));
            clock.add(Duration.ofMillis(1));
        }
    }

    @AfterEach
    void close() {
        context.stop();
        mails.stop();
        database.close();
    }

    @Test
    void allThatWaitGoAtOnceInTheirOrderOverFewConnections() throws Exception {
        try (Relay relay = new Relay(mails.getSmtp().getPort())) {
            Postman.begin(context, outbox, relay.port(), folder, NEVER);
            awaitEmptyOutbox();

            assertThat(subjects()).isEqualTo(expected());
            assertThat(relay.calls()).isLessThanOrEqualTo(MANY / 20);
        }
    }

    @Test
    void oneThatTheServerRefusesHoldsUpNoOther() throws Exception {
        mails.getUserManager().setMessageDeliveryHandler((message, address) -> {
            if (message.getMessage().getSubject().equals("7")) {
                throw new MessagingException("451 not now");
            }
            return mails.getUserManager().getUserByEmail("ann@example.com");
        });
        mails.setUser("ann@example.com", "hush");
        Postman.begin(context, outbox, mails.getSmtp().getPort(), folder, NEVER);
        await().atMost(PATIENCE).dontCatchUncaughtExceptions().until(() -> outbox.waiting() == 1 && !outbox.hasDue());

        List<String> others = expected();
        others.remove("7");
        assertThat(subjects()).isEqualTo(others);
    }

    @Test
    void aServerThatIsAwayIsAskedOnceForMany() throws Exception {
        try (Relay away = new Relay(0)) {
            Postman.begin(context, outbox, away.port(), folder, NEVER);
            await().atMost(PATIENCE).until(() -> !outbox.hasDue());

            assertThat(outbox.waiting()).isEqualTo(MANY);
            assertThat(away.calls()).isLessThanOrEqualTo(MANY / 20);
        }
    }

    @Test
    void aServerThatTakesSoManyOverOneConnectionIsCalledAgainAndFailsNoMail() throws Exception {
        try (TiredServer tired = new TiredServer(7)) {
            Postman.begin(context, outbox, tired.port(), folder, NEVER);
            awaitEmptyOutbox();

            assertThat(tired.subjects()).isEqualTo(expected());
            assertThat(tired.calls()).isLessThanOrEqualTo(MANY / 7 + MANY / 20);
        }
    }

    @Test
    void aServerThatSaysGoodbyeAtOnceIsAskedOnceAMailAndTheyWait() throws Exception {
        try (TiredServer tired = new TiredServer(0)) {
            Postman.begin(context, outbox, tired.port(), folder, NEVER);
            await().atMost(PATIENCE).until(() -> !outbox.hasDue());

            assertThat(outbox.waiting()).isEqualTo(MANY);
            assertThat(tired.calls()).isLessThanOrEqualTo(MANY);
        }
    }

    @Test
    void afterAKillTheRestGoesInItsOrderAndAtMostOneTwiceUnderTheSameId() throws Exception {
        database.close();
        killAmid();
        database = Database.open(url(), "", "", MailEntities.classes());
        outbox =
                new Outbox(database.tx(), Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2)), Redelivery.SIX_HOURS);
        assertThat(outbox.waiting()).as("the kill came in between").isPositive();
        Postman.begin(context, outbox, mails.getSmtp().getPort(), folder, NEVER);
        awaitEmptyOutbox();

        Set<String> each = new LinkedHashSet<>(subjects());
        assertThat(each).containsExactlyElementsOf(expected());
        assertThat(subjects().size() - each.size()).isBetween(0, 1);
        assertThat(ids()).hasSize(MANY);
    }

    private void killAmid() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Postman.class.getName(),
                        url(),
                        Integer.toString(mails.getSmtp().getPort()),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("postman.log").toFile())
                .start();
        try {
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(PATIENCE)
                    .until(() -> mails.getReceivedMessages().length > MANY / 4);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("store");
    }

    private void awaitEmptyOutbox() {
        // GreenMail's own thread complains loudly of a client that hangs up.
        await().atMost(PATIENCE).dontCatchUncaughtExceptions().until(() -> outbox.waiting() == 0);
    }

    private static Mail mail(int number) {
        return Mail.saying("ann@example.com", Integer.toString(number), "Number " + number);
    }

    private static List<String> expected() {
        return new ArrayList<>(
                IntStream.range(0, MANY).mapToObj(Integer::toString).toList());
    }

    private List<String> subjects() throws MessagingException {
        List<String> subjects = new ArrayList<>();
        for (MimeMessage message : mails.getReceivedMessages()) {
            subjects.add(message.getSubject());
        }
        return subjects;
    }

    private Set<String> ids() {
        return new LinkedHashSet<>(Arrays.stream(mails.getReceivedMessages())
                .map(message -> {
                    try {
                        return message.getMessageID();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList());
    }
}
