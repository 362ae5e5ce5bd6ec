package dev.parley.channel.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.channel.Unread;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.DueRule;
import dev.parley.conversation.Snapshot;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

/** What Chatwoot's webhooks did not bring is asked for. */
class GapsTest {

    private static final MappingSet SHIPPED =
            MappingFiles.load(Path.of("../mappings")).orThrow();
    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
    private static final DueRule DUE = new DueRule(Duration.ZERO, Duration.ZERO, false, Duration.ofMinutes(10));

    private final Database database = Stores.h2();
    private final ChatwootStandIn chatwoot = new ChatwootStandIn();
    private final MutableClock clock = MutableClock.of(NOON, ZoneOffset.UTC);
    private final Conversations conversations = new Conversations(database.tx(), clock, DUE, Duration.ofHours(24));

    private final Unread unread = new Unread(database.tx(), clock);

    @AfterEach
    void stop() {
        chatwoot.close();
        database.close();
    }

    @Test
    void whatWasMissedComesInOnce() {
        Gaps gaps = gaps(ChatwootStandIn.TOKEN);
        chatwoot.says(5, 101, NOON.minusSeconds(300));
        chatwoot.says(5, 102, NOON.minusSeconds(200));
        gaps.fill();
        chatwoot.says(5, 103, NOON.minusSeconds(100));
        clock.add(Duration.ofMinutes(5));
        gaps.fill();

        assertThat(messages(5)).isEqualTo(3);
        assertThat(gaps.trouble()).isEmpty();
        long version = look(5).version();
        gaps.fill();
        assertThat(look(5).version()).isEqualTo(version);
    }

    @Test
    void pagesAreTurnedUntilTheyAreOld() {
        for (int i = 1; i <= 80; i++) {
            chatwoot.says(i, i, NOON.minus(Duration.ofHours(i)));
        }
        for (int id = 1001; id <= 1045; id++) {
            chatwoot.says(1, id, NOON.minusSeconds(3000 - id));
        }

        gaps(ChatwootStandIn.TOKEN).fill();

        // A day back: 24 conversations, so that the first of four pages does.
        assertThat(chatwoot.asked().stream().filter(path -> path.contains("page=")))
                .hasSize(1);
        assertThat(messages(1)).isEqualTo(46);
        assertThat(chatwoot.asked())
                .contains(
                        "conversations/1/messages",
                        "conversations/1/messages?before=1026",
                        "conversations/1/messages?before=1006");
        assertThat(messages(24)).isEqualTo(1);
    }

    @Test
    void itGoesOnFromTheLatestThatIsKnown() {
        chatwoot.says(1, 101, NOON.minus(Duration.ofDays(6)));
        chatwoot.says(2, 102, NOON.minus(Duration.ofDays(4)));

        gaps(ChatwootStandIn.TOKEN, Optional.of(NOON.minus(Duration.ofDays(5)))).fill();

        assertThat(chatwoot.asked()).contains("conversations/2/messages").doesNotContain("conversations/1/messages");
    }

    @Test
    void aWebhookBeforeTheFirstLookHidesNoOutage() {
        chatwoot.says(2, 102, NOON.minus(Duration.ofDays(4)));
        AtomicReference<Instant> latest = new AtomicReference<>(NOON.minus(Duration.ofDays(5)));
        Gaps gaps = new Gaps(
                List.of(new GapSource("chatwoot", chatwoot.url(), ChatwootStandIn.TOKEN)),
                () -> SHIPPED,
                new GapPositions(database.tx(), name -> Optional.of(latest.get())),
                conversations,
                unread,
                clock);
        latest.set(NOON);

        gaps.fill();

        assertThat(messages(2)).isEqualTo(1);
    }

    @Test
    void afterARestartItGoesOnWhereItWas() {
        gaps(ChatwootStandIn.TOKEN).fill();
        chatwoot.says(2, 102, NOON.plusSeconds(60));
        clock.add(Duration.ofHours(3));

        Optional<Instant> cameByWebhookMeanwhile = Optional.of(NOON.plus(Duration.ofHours(3)));
        gaps(ChatwootStandIn.TOKEN, cameByWebhookMeanwhile).fill();

        assertThat(messages(2)).isEqualTo(1);
    }

    @Test
    void aLookThatFailedMovesNothing() {
        chatwoot.says(2, 102, NOON.minus(Duration.ofHours(20)));
        Gaps locked = gaps("a token that the service does not know");
        locked.fill();
        assertThat(locked.trouble()).isPresent();

        gaps(ChatwootStandIn.TOKEN).fill();

        assertThat(messages(2)).isEqualTo(1);
    }

    @Test
    void aTimeInTheFutureHidesNothing() {
        chatwoot.says(2, 102, NOON.minusSeconds(60));

        gaps(ChatwootStandIn.TOKEN, Optional.of(NOON.plus(Duration.ofDays(5)))).fill();

        assertThat(messages(2)).isEqualTo(1);
    }

    @Test
    void whatNobodyForesawInOneSourceShowsAndKeepsNoOtherFromBeingAsked() {
        chatwoot.says(1, 101, NOON.minusSeconds(60));
        AtomicInteger looks = new AtomicInteger();
        GapSource source = new GapSource("chatwoot", chatwoot.url(), ChatwootStandIn.TOKEN);
        Gaps gaps = new Gaps(
                List.of(new GapSource("intercom", chatwoot.url(), "x"), source),
                () -> {
                    if (looks.getAndIncrement() == 0) {
                        throw new UnsupportedOperationException("Ada wrote this");
                    }
                    return SHIPPED;
                },
                new GapPositions(database.tx(), name -> Optional.empty()),
                conversations,
                unread,
                clock);

        gaps.fill();

        assertThat(gaps.trouble()).hasValue("intercom: java.lang.UnsupportedOperationException");
        assertThat(messages(1)).isEqualTo(1);
    }

    @Test
    void aWrongTokenShowsAndIsNotTriedAllTheTime() {
        chatwoot.says(1, 101, NOON.minusSeconds(60));
        Gaps gaps = gaps("wrong");

        gaps.fill();
        gaps.fill();

        assertThat(gaps.trouble()).hasValue("chatwoot: it lets nobody in (401): look at source.chatwoot.apiToken");
        assertThat(chatwoot.asked()).hasSize(1);
        clock.add(Duration.ofMinutes(1));
        gaps.fill();
        assertThat(chatwoot.asked()).hasSize(2);
        clock.add(Duration.ofMinutes(1));
        gaps.fill();
        assertThat(chatwoot.asked()).as("waits twice as long").hasSize(2);
    }

    @Test
    void aServiceThatWantsToBeLeftAloneIs() {
        chatwoot.says(1, 101, NOON.minusSeconds(60));
        chatwoot.refuses(429, 600);
        Gaps gaps = gaps(ChatwootStandIn.TOKEN);
        gaps.fill();
        clock.add(Duration.ofMinutes(9));
        gaps.fill();
        assertThat(chatwoot.asked()).hasSize(1);

        clock.add(Duration.ofMinutes(1));
        gaps.fill();

        assertThat(messages(1)).isEqualTo(1);
        assertThat(gaps.trouble()).isEmpty();
    }

    @Test
    void aLookThatIsCutOffAgainAndAgainGetsThroughAllTheSame() {
        for (int conversation = 1; conversation <= 12; conversation++) {
            chatwoot.says(conversation, 100 + conversation, NOON.minusSeconds(60L * conversation));
        }
        Gaps gaps = gaps(ChatwootStandIn.TOKEN);
        for (int look = 0; look < 7; look++) {
            chatwoot.letsThrough(5, 60);
            gaps.fill();
            clock.add(Duration.ofMinutes(1));
        }

        assertThat(gaps.trouble()).as("asked for: %s", chatwoot.asked()).isEmpty();
        for (int conversation = 1; conversation <= 12; conversation++) {
            assertThat(messages(conversation))
                    .as("conversation %d", conversation)
                    .isEqualTo(1);
            assertThat(chatwoot.asked()).containsOnlyOnce("conversations/" + conversation + "/messages");
        }
    }

    @Test
    void whatItCouldNotAskForItAsksForLater() {
        chatwoot.says(1, 101, NOON.minusSeconds(60));
        Gaps gaps = gaps(ChatwootStandIn.TOKEN);
        chatwoot.refuses(503, 0);
        gaps.fill();
        assertThat(gaps.trouble()).hasValue("chatwoot: it is busy or out of order (503)");
        clock.add(Duration.ofDays(3));

        gaps.fill();

        assertThat(messages(1)).isEqualTo(1);
    }

    @Test
    void anAnswerWithoutListIsNoEmptyList() {
        Gaps gaps = gaps(ChatwootStandIn.TOKEN);
        chatwoot.refuses(200, 0);

        gaps.fill();

        assertThat(gaps.trouble().orElseThrow()).contains("sources/chatwoot.yaml:", "holds no list at /data/payload");
    }

    @Test
    void pagesThatRepeatForEverAreReadOnce() {
        for (int id = 1; id <= 30; id++) {
            chatwoot.says(1, id, NOON.minusSeconds(60));
        }
        chatwoot.repeatsItself();
        Gaps gaps = gaps(ChatwootStandIn.TOKEN);

        gaps.fill();

        assertThat(chatwoot.asked())
                .containsExactly(
                        "conversations?status=all&assignee_type=all&page=1",
                        "conversations/1/messages",
                        "conversations/1/messages?before=11",
                        "conversations?status=all&assignee_type=all&page=2");
        assertThat(gaps.trouble()).isEmpty();
        assertThat(messages(1)).isEqualTo(20);
    }

    @Test
    void anAnswerThatSaysNothingOrBreaksOffIsAskedForAgain() {
        chatwoot.says(1, 101, NOON.minusSeconds(60));
        Gaps gaps = gaps(ChatwootStandIn.TOKEN);
        for (String broken : List.of("", "{\"data\":{\"payload\":[{\"id\":1,", "\"gateway\"", "<html>busy</html>")) {
            chatwoot.answers(broken);
            gaps.fill();
            assertThat(gaps.trouble().orElseThrow()).contains("it answers no", "source.chatwoot.url");
            clock.add(Duration.ofHours(2));
        }

        gaps.fill();

        assertThat(gaps.trouble()).isEmpty();
        assertThat(messages(1)).isEqualTo(1);
    }

    @Test
    void messagesThatAreAnsweredByNothingAreNotTakenForNone() {
        chatwoot.says(1, 101, NOON.minusSeconds(120));
        chatwoot.says(1, 102, NOON.minusSeconds(60));
        Gaps gaps = gaps(ChatwootStandIn.TOKEN);
        chatwoot.answers(chatwoot.firstPage());
        chatwoot.answers("");

        gaps.fill();

        assertThat(gaps.trouble()).hasValue("chatwoot: it answers nothing: look at source.chatwoot.url");
    }

    @Test
    void whatCannotBeReadIsKeptAndKeepsNothingElseFromComingIn() {
        chatwoot.says(1, 101, NOON.minusSeconds(60));
        chatwoot.says(2, 102, NOON.minusSeconds(120));
        chatwoot.babbles(2, 103);
        Gaps gaps = gaps(ChatwootStandIn.TOKEN);

        gaps.fill();
        clock.add(Duration.ofMinutes(5));
        gaps.fill();

        assertThat(messages(1)).isEqualTo(1);
        assertThat(gaps.trouble()).isEmpty();
        assertThat(unread.list())
                .as("once, however often it is asked for")
                .singleElement()
                .satisfies(kept -> assertThat(kept.place()).startsWith("sources/chatwoot.yaml"));
    }

    @Test
    void aServerThatIsAwayIsNamed() {
        chatwoot.close();
        Gaps gaps = gaps(ChatwootStandIn.TOKEN);

        gaps.fill();

        assertThat(gaps.trouble().orElseThrow())
                .contains(chatwoot.url().toString(), "cannot be reached", "source.chatwoot.url")
                .doesNotContain(ChatwootStandIn.TOKEN);
    }

    @Test
    void theRouteLooksAgainAndAgain() throws Exception {
        chatwoot.says(1, 101, NOON.minusSeconds(60));
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getPropertiesComponent().addInitialProperty("gaps.period", "50");
            context.addRoutes(new GapRoutes(gaps(ChatwootStandIn.TOKEN)));
            context.start();

            Awaitility.await().until(() -> chatwoot.asked().size() >= 4);
        }
        assertThat(messages(1)).isEqualTo(1);
    }

    private Gaps gaps(String token) {
        return gaps(token, Optional.empty());
    }

    private Gaps gaps(String token, Optional<Instant> latest) {
        URI url = chatwoot.url();
        return new Gaps(
                List.of(new GapSource("chatwoot", url, token)),
                () -> SHIPPED,
                new GapPositions(database.tx(), name -> latest),
                conversations,
                unread,
                clock);
    }

    private int messages(int conversation) {
        return look(conversation).tally().messages();
    }

    private Snapshot look(int conversation) {
        return new DueConversations(database.tx(), clock, DUE, Duration.ofMinutes(5), false)
                .look(List.of(new ConversationKey("chatwoot", String.valueOf(conversation))))
                .get(0);
    }
}
