package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Visitors are promised an answer in working time: who waits longer shows, and by how much. */
class PromisesTest extends PromiseStage {
    /** Another customer asks in public. */
    private void peer(String id, Instant at) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("id", id).put("text", "Does it come in blue?");
        data.putObject("author").put("role", "peer");
        shop.hears("web", "c1", id, "chat.message.posted", data, at);
        shop.work();
    }

    @Test
    void whatIsAnsweredInTimeIsNoBreach() {
        shop.says("c1", "m1");
        shop.work();
        accept();
        shop.passes(Duration.ofMinutes(2));
        agent("a1");
        shop.passes(Duration.ofDays(7));

        assertThat(breach()).isNull();
    }

    @Test
    void theWeekendIsNobodysWaitingTimeAndTheDelayIsToldOnceSomebodyAnswered() {
        shop.says("c1", "m1");
        shop.work();
        accept();
        shop.passes(Duration.between(shop.clock.instant(), MONDAY.plusSeconds(119)));
        assertThat(breach()).isNull();

        shop.passes(Duration.ofSeconds(1));
        assertThat(breach().kind()).isEqualTo("firstResponse");
        assertThat(breach().late()).isNull();
        assertThat(breach().text()).contains("(all)", "not yet");

        shop.passes(Duration.ofMinutes(7));
        agent("a1");
        assertThat(breach().late()).isEqualTo(Duration.ofMinutes(7));
        assertThat(breach().text()).isEqualTo("To be first answered within 5 min of working time (all): 7 min late");
        assertThat(shop.outbox.waiting()).as("the offer, and the breach once").isEqualTo(2);
    }

    @Test
    void whatTheVisitorSaysLaterIsPromisedAnAnswerToo() {
        shop.clock.setInstant(MONDAY);
        shop.says("c1", "m1");
        shop.work();
        accept();
        shop.passes(Duration.ofMinutes(1));
        agent("a1");
        shop.passes(Duration.ofMinutes(1));
        shop.says("c1", "m2");
        shop.passes(Duration.ofMinutes(4));
        shop.says("c1", "m3");
        shop.passes(Duration.ofMinutes(6));

        assertThat(breach().kind()).isEqualTo("waiting");
        assertThat(breach().since()).isEqualTo(MONDAY.plus(Duration.ofMinutes(2)));
    }

    @Test
    void neitherABotNorAPeerAnswersForTheCompany() {
        answered();
        shop.says("c1", "m2");
        shop.passes(Duration.ofMinutes(1));
        says("bot", "b1");
        says("peer", "p1");
        shop.passes(Duration.ofMinutes(9));

        assertThat(breach().kind()).isEqualTo("waiting");
        assertThat(breach().since()).isEqualTo(MONDAY.plusSeconds(60));
    }

    @Test
    void aPublicPostOfAnotherCustomerIsAnsweredByThePromiseToo() {
        shop.clock.setInstant(MONDAY);
        peer("p1", MONDAY);
        shop.passes(Duration.ofMinutes(5));

        assertThat(breach().kind()).isEqualTo("firstResponse");
    }

    @Test
    void whatWasSaidOverADayBeforeItArrivedIsHistoryThoughTheTalkGoesOn() {
        shop.clock.setInstant(MONDAY);
        agent("a1");
        peer("p1", MONDAY.minus(Duration.ofHours(25)));
        shop.passes(Duration.ofMinutes(20));

        assertThat(breaches()).isEmpty();
    }

    @Test
    void whoWaitsForASellerAndForAnAnswerWaitsForBoth() {
        shop.clock.setInstant(MONDAY);
        shop.says("c1", "m1");
        shop.work();
        shop.passes(Duration.ofMinutes(5));
        shop.passes(Duration.ofMinutes(25));

        assertThat(breaches()).extracting(Breach::kind).containsExactlyInAnyOrder("firstResponse", "accept");
        assertThat(Breach.text(breaches())).contains("To be first answered", "To be taken over", "; ");
    }

    @Test
    void anOfferThatNobodyTakesBreaksThePromiseToo() {
        shop.clock.setInstant(MONDAY);
        shop.says("c1", "m1");
        shop.passes(Duration.ofMinutes(1));
        agent("a1");
        shop.passes(Duration.ofMinutes(30));

        assertThat(breach().kind()).isEqualTo("accept");
    }
}
