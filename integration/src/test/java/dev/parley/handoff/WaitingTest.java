package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One seller who takes one conversation at a time, and visitors who come at once. */
class WaitingTest {
    private static final Instant NINE = Instant.parse("2026-10-19T09:00:00Z");
    private static final String ROUTING =
            """
            accept: PT5M
            rules: [{ name: all, when: 'qualification.grade = "A"', offer: [one] }]
            pools:
              one:
                busy: PT20M
                sellers: [{ email: maja@company.example, capacity: 1 }]
            """;

    private final Shop shop = new Shop(NINE, null, ROUTING);

    @AfterEach
    void end() {
        shop.close();
    }

    private void come(String... conversations) {
        for (String conversation : conversations) {
            shop.says(conversation, "m1");
            shop.work();
        }
    }

    private boolean isAsked(String conversation) {
        return !shop.offers(conversation).made().isEmpty();
    }

    @Test
    void whoPassesOneOnIsAskedForTheNextAtOnce() {
        come("c1", "c2");
        assertThat(isAsked("c2")).isFalse();

        shop.answers("c1", false);
        shop.work();

        assertThat(isAsked("c2")).isTrue();
    }

    @Test
    void itIsLateWhileSomethingSaidASecondAgoHasNotBeenLookedAt() {
        shop.says("c1", "m1");
        assertThat(shop.desk().isLate()).isFalse();

        shop.clock.add(Duration.ofSeconds(1));
        assertThat(shop.desk().isLate()).isTrue();

        shop.work();
        assertThat(shop.desk().isLate()).isFalse();
    }

    @Test
    void nothingIsLookedAtBeforeAPlaceIsFree() {
        come("c1", "c2");
        assertThat(shop.work()).contains(NINE.plus(Duration.ofMinutes(5)));

        shop.answers("c1", true);
        assertThat(shop.work()).contains(NINE.plus(Duration.ofMinutes(5)));
        shop.passes(Duration.ofMinutes(5));
        assertThat(isAsked("c2")).isFalse();
        assertThat(shop.work()).contains(NINE.plus(Duration.ofMinutes(20)));

        shop.passes(Duration.ofMinutes(15));
        assertThat(isAsked("c2")).isTrue();
    }

    @Test
    void whatWaitedWhenTheProgramEndedIsAskedAtTheLatestWhenTheOpenOfferEnds() {
        come("c1", "c2");
        shop.restart();
        shop.answers("c1", false);
        shop.work();

        shop.passes(Duration.ofMinutes(5));
        assertThat(isAsked("c2")).isTrue();
    }

    @Test
    void whoPassesOneOnAtAnotherServerIsAskedForTheNextAtOnce() {
        come("c1", "c2");
        Desk first = shop.desk();
        shop.restart();
        shop.answers("c1", false);
        shop.work();
        assertThat(isAsked("c2")).as("the other server does not know of it").isFalse();

        first.watch();

        assertThat(isAsked("c2")).isTrue();
    }
}
