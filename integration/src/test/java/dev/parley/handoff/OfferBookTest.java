package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.DueOffers.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is decided counts at once, and what could not be written down has not happened. */
class OfferBookTest {
    private static final Instant NINE = Instant.parse("2026-10-19T09:00:00Z");
    private static final String MAJA = "maja@company.example";
    private static final String ROUTING =
            """
            accept: PT5M
            rules: [{ name: all, when: 'qualification.grade = "A"', offer: [world] }]
            pools:
              world:
                sellers: [{ email: maja@company.example }]
            """;

    private final Shop shop = new Shop(NINE, null, ROUTING);
    private final OfferBook book = new OfferBook(
            events -> {
                throw new IllegalStateException("no room");
            },
            shop.due);

    @BeforeEach
    void oneIsAsked() {
        shop.says("c1", "m1");
        shop.work();
        book.follow(NINE);
    }

    @AfterEach
    void end() {
        shop.close();
    }

    private long work() {
        return book.workload().of(MAJA, Duration.ofMinutes(20), shop.clock.instant());
    }

    private Due conversation() {
        return shop.due.look(Shop.key("c1")).orElseThrow();
    }

    private void refuseInVain() {
        Due asked = conversation();
        Offer offer = Offers.of(asked.conversation()).last().orElseThrow();
        book.append(asked, new OfferEvents(Shop.key("c1")).declined(offer, NINE));
        assertThat(work()).as("it counts at once").isZero();
        assertThatThrownBy(() -> book.write(List.of(asked))).hasMessage("no room");
    }

    @Test
    void whatCouldNotBeWrittenHasNotHappened() {
        assertThat(work()).isEqualTo(1);

        refuseInVain();

        assertThat(work()).isEqualTo(1);
        book.write(List.of(conversation()));
        assertThat(work()).as("nothing of it is tried again by itself").isEqualTo(1);
    }

    @Test
    void afterAFailureOthersAreHeardAgain() {
        refuseInVain();
        shop.answers("c1", false);

        book.follow(NINE.plusSeconds(1));

        assertThat(work()).isZero();
    }
}
