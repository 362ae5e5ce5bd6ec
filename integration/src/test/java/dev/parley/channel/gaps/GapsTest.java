package dev.parley.channel.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What Chatwoot's webhooks did not bring is asked for, and once. */
class GapsTest extends GapStage {
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
}
