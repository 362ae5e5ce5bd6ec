package dev.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.threeten.extra.MutableClock;

/** What the outbox promises, on every database it runs on. */
class OutboxTest {

    private static final Redelivery THREE_TRIES = new Redelivery(Duration.ofSeconds(30), Duration.ofSeconds(50), 3);
    private static final Mail MAIL = Mail.saying("ann@example.com", "Hello", "How are you?");

    private final MutableClock clock = MutableClock.of(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void takesEachMailOnce(Database database) {
        try (database) {
            Outbox outbox = outbox(database);

            assertThat(outbox.put(MAIL)).isTrue();
            assertThat(outbox.put(Mail.saying("ann@example.com", "Hello", "How are you?")))
                    .isFalse();
            outbox.sent(outbox.claim().get(0));
            assertThat(outbox.put(MAIL)).as("sent before").isFalse();
            assertThat(outbox.waiting()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void takesAMailOnceFromManyAtATime(Database database) {
        try (database) {
            Outbox outbox = outbox(database);

            long news = IntStream.range(0, 20)
                    .parallel()
                    .filter(i -> outbox.put(MAIL))
                    .count();
            assertThat(news).isEqualTo(1);
            assertThat(outbox.waiting()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aMailGoesWithTheTransactionThatGaveRiseToIt(Database database) {
        try (database) {
            Outbox outbox = outbox(database);

            assertThatThrownBy(() -> database.tx().run(em -> {
                        outbox.put(em, MAIL);
                        throw new IllegalStateException("something else went wrong");
                    }))
                    .hasMessage("something else went wrong");
            assertThat(outbox.waiting()).isZero();
            database.tx().run(em -> outbox.put(em, MAIL));
            assertThat(outbox.waiting()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void leasesEachMailToOneWorker(Database database) {
        try (database) {
            Outbox outbox = outbox(database);
            outbox.put(MAIL);

            ClaimedMail first = outbox.claim().get(0);
            assertThat(first.mail()).isEqualTo(MAIL);
            assertThat(outbox.claim()).isEmpty();

            clock.add(Duration.ofMinutes(16));
            ClaimedMail second = outbox.claim().get(0);
            outbox.failed(first, "too late: another has it");
            outbox.sent(second);
            assertThat(outbox.waiting()).isZero();
            assertThat(outbox.dead()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatAnEndedProcessWasSendingIsSoonSentByAnother(Database database) {
        try (database) {
            outbox(database).put(MAIL);
            assertThat(outbox(database).claim()).hasSize(1);

            Outbox another = outbox(database);
            clock.add(Duration.ofSeconds(59));
            another.renew();
            assertThat(another.claim()).as("it may still be sending").isEmpty();
            clock.add(Duration.ofSeconds(2));
            assertThat(another.claim()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aProcessThatLivesHoldsWhatItSendsButNotForEver(Database database) {
        try (database) {
            Outbox living = outbox(database);
            Outbox another = outbox(database);
            living.put(MAIL);
            assertThat(living.claim()).hasSize(1);

            for (int halfMinute = 1; halfMinute < 30; halfMinute++) {
                clock.add(Duration.ofSeconds(30));
                living.renew();
                assertThat(another.claim())
                        .as("after %s half minutes", halfMinute)
                        .isEmpty();
            }
            clock.add(Duration.ofSeconds(30));
            living.renew();
            clock.add(Duration.ofSeconds(31));
            assertThat(another.claim()).as("sending got stuck").hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aMailOfAProcessThatStoodStillIsNotBegunButClaimedAgain(Database database) {
        try (database) {
            Outbox outbox = outbox(database);
            outbox.put(MAIL);
            ClaimedMail before = outbox.claim().get(0);
            assertThat(outbox.mayGo(before)).isTrue();

            clock.add(Duration.ofSeconds(61));
            ClaimedMail another = outbox(database).claim().get(0);
            assertThat(outbox.mayGo(before)).as("another sends it").isFalse();
            assertThat(outbox(database).claim()).as("and holds it").isEmpty();

            clock.add(Duration.ofSeconds(61));
            assertThat(outbox.mayGo(another)).as("another may claim it").isFalse();
            assertThat(outbox.claim()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatASlowServerLeavesOfATurnGoesInTheNext(Database database) {
        try (database) {
            Outbox outbox = outbox(database);
            outbox.put(MAIL);
            ClaimedMail claimed = outbox.claim().get(0);
            for (int halfMinute = 0; halfMinute < 20; halfMinute++) {
                assertThat(outbox.mayGo(claimed)).isTrue();
                clock.add(Duration.ofSeconds(30));
                outbox.renew();
            }

            assertThat(outbox.mayGo(claimed)).isFalse();
            ClaimedMail next = outbox.claim().get(0);
            assertThat(outbox.mayGo(next)).isTrue();
            assertThat(next.failures()).as("it was nobody's fault").isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void triesAgainLaterAndLaterAndThenGivesUp(Database database) {
        try (database) {
            Outbox outbox = outbox(database);
            outbox.put(MAIL);

            assertThat(outbox.failed(outbox.claim().get(0), "x".repeat(1000))).isFalse();
            clock.add(Duration.ofSeconds(29));
            assertThat(outbox.claim()).isEmpty();
            clock.add(Duration.ofSeconds(7));
            assertThat(outbox.failed(outbox.claim().get(0), "451 Later")).isFalse();
            clock.add(Duration.ofSeconds(49));
            assertThat(outbox.claim()).isEmpty();
            clock.add(Duration.ofSeconds(11));
            assertThat(outbox.failed(outbox.claim().get(0), "451 Later")).isTrue();

            clock.add(Duration.ofDays(1));
            assertThat(outbox.claim()).isEmpty();
            assertThat(List.of(outbox.waiting(), outbox.dead())).containsExactly(0L, 1L);
            outbox.revive();
            assertThat(outbox.claim()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void forgetsWhatOldMailsSaidButNotThatTheyWere(Database database) {
        try (database) {
            Outbox outbox = outbox(database);
            Mail waiting = Mail.saying("bob@example.com", "Hello", "Still there?");
            outbox.put(MAIL);
            outbox.sent(outbox.claim().get(0));
            outbox.put(waiting);

            clock.add(Duration.ofDays(1));
            outbox.blank(clock.instant());

            database.tx().run(em -> {
                MailRow row = em.find(MailRow.class, MAIL.key());
                assertThat(row.recipient).isNull();
                assertThat(row.subject + row.text).isEmpty();
            });
            assertThat(outbox.put(MAIL)).isFalse();
            assertThat(outbox.claim())
                    .singleElement()
                    .extracting(ClaimedMail::mail)
                    .isEqualTo(waiting);
        }
    }

    private Outbox outbox(Database database) {
        return new Outbox(database.tx(), clock, THREE_TRIES);
    }
}
