package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Facts;
import dev.parley.handoff.Shop.Death;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Visitors are promised an answer in working time: who waits longer shows, and by how much, and somebody is told. */
class PromisesTest {
    /** Three minutes before the office closes until Monday. */
    private static final Instant FRIDAY = Instant.parse("2026-10-16T14:57:00Z");

    private static final Instant MONDAY = Instant.parse("2026-10-19T06:00:00Z");

    private static final String HOURS =
            """
            calendars:
              office: { timezone: Europe/Stockholm, week: { monday: 08:00-17:00, friday: 08:00-17:00 } }
            """;

    private static final String ROUTING =
            """
            rules: [{ name: everybody, when: 'qualification.grade = "A"', offer: [team] }]
            service:
              - { name: shops, when: 'qualification.grade = "D"', firstResponse: PT1M }
              - { name: all, hours: office, firstResponse: PT5M, waiting: PT10M, accept: PT30M }
            escalation: { mail: desk@company.example }
            pools:
              team: { hours: office, sellers: [{ email: maja@company.example }] }
            """;

    private final Shop shop = new Shop(FRIDAY, HOURS, ROUTING);

    @AfterEach
    void end() {
        shop.close();
    }

    private void agent(String id) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("id", id).put("text", "Yes.");
        data.putObject("author").put("role", "agent");
        shop.hears("web", "c1", id, "chat.message.posted", data);
        shop.work();
    }

    /** What was asked is answered at once; nobody has to take it over any more. */
    private void answered() {
        shop.clock.setInstant(MONDAY);
        shop.says("c1", "m1");
        shop.work();
        accept();
        agent("a1");
        shop.clock.setInstant(MONDAY.plusSeconds(60));
    }

    private void says(String role, String id) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("id", id).put("text", "It does.");
        data.putObject("author").put("role", role);
        shop.hears("web", "c1", id, "chat.message.posted", data);
        shop.work();
    }

    private void closes(String reason) {
        ObjectNode data =
                JsonNodeFactory.instance.objectNode().put("by", "agent").put("reason", reason);
        shop.hears("web", "c1", "closed-" + reason, "chat.conversation.closed", data);
        shop.work();
    }

    private Instant said() {
        return shop.due.look(Shop.key("c1")).orElseThrow().conversation().saidAt(Facts.BREACH + "firstResponse");
    }

    private List<Breach> breaches() {
        return Breach.of(shop.due.look(Shop.key("c1")).orElseThrow().conversation());
    }

    private Breach breach() {
        assertThat(breaches()).hasSizeLessThan(2);
        return breaches().stream().findFirst().orElse(null);
    }

    /** Another customer asks in public. */
    private void peer(String id, Instant at) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("id", id).put("text", "Does it come in blue?");
        data.putObject("author").put("role", "peer");
        shop.hears("web", "c1", id, "chat.message.posted", data, at);
        shop.work();
    }

    private void accept() {
        assertThat(shop.answers("c1", true)).isEqualTo(Answering.Answer.TAKEN);
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
    void aThankYouThatAsksForNothingNeedsNoAnswer() {
        shop.clock.setInstant(MONDAY);
        shop.says("c1", "m1");
        shop.work();
        accept();
        agent("a1");
        shop.passes(Duration.ofMinutes(1));
        shop.courtesies.add("m2");
        shop.says("c1", "m2");
        shop.passes(Duration.ofHours(3));

        assertThat(breach()).isNull();
    }

    @Test
    void aThankYouDoesNotStartTheClockOfALaterQuestion() {
        answered();
        shop.courtesies.add("m2");
        shop.says("c1", "m2");
        shop.passes(Duration.ofMinutes(20));
        shop.says("c1", "m3");
        shop.passes(Duration.ofMinutes(9));
        assertThat(breach()).isNull();

        shop.passes(Duration.ofMinutes(1));
        assertThat(breach().kind()).isEqualTo("waiting");
        assertThat(breach().since()).isEqualTo(MONDAY.plus(Duration.ofMinutes(21)));
    }

    @Test
    void whoOnlyDeclinesWithThanksWaitsForNobodyButAGreetingDoesWhereNobodySpokeBefore() {
        shop.clock.setInstant(MONDAY);
        shop.courtesies.add("m1");
        says("agent", "a0");
        shop.passes(Duration.ofMinutes(1));
        shop.says("c1", "m1");
        shop.passes(Duration.ofMinutes(20));
        assertThat(breach()).isNull();

        shop.says("web", "c2", "m1");
        shop.passes(Duration.ofMinutes(5));
        assertThat(Breach.of(shop.due.look(Shop.key("c2")).orElseThrow().conversation()))
                .extracting(Breach::kind)
                .containsExactly("firstResponse");
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
    void aChatThatWasResolvedInTimeNeedsNoFirstResponse() {
        shop.clock.setInstant(MONDAY);
        shop.says("c1", "m1");
        shop.work();
        accept();
        shop.passes(Duration.ofMinutes(4));
        closes("resolved");
        shop.passes(Duration.ofHours(5));

        assertThat(breach()).isNull();
    }

    @Test
    void whoLeftWaitsForNothingAnyMore() {
        shop.clock.setInstant(MONDAY);
        shop.says("c1", "m1");
        shop.work();
        accept();
        shop.passes(Duration.ofMinutes(5));
        assertThat(breach().late()).isNull();

        shop.passes(Duration.ofMinutes(6));
        closes("visitor-left");
        assertThat(breach().late()).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void whoWasCutOffIsStillOwedAnAnswerUntilItIsResolved() {
        shop.clock.setInstant(MONDAY);
        shop.says("c1", "m1");
        shop.work();
        accept();
        shop.passes(Duration.ofMinutes(4));
        closes("dropped");
        shop.passes(Duration.ofMinutes(1));
        assertThat(breach().late()).isNull();

        shop.passes(Duration.ofMinutes(6));
        closes("resolved");
        assertThat(breach().late()).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void whatIsBrokenEndsByItsOwnCalendarThoughTheFileNowPromisesNothing() {
        shop.clock.setInstant(Instant.parse("2026-10-16T14:50:00Z"));
        shop.says("c1", "m1");
        shop.work();
        accept();
        shop.passes(Duration.ofMinutes(5));
        assertThat(breach().hours()).isEqualTo("office");

        shop.takesUp(HOURS, ROUTING.replaceAll("(?s)service:.*(?=escalation)", ""));
        shop.clock.setInstant(MONDAY);
        agent("a1");
        assertThat(breach().late()).as("not the weekend").isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void whatIsBrokenEndsByItsOwnCalendarThoughAnotherPromiseHoldsNow() {
        shop.clock.setInstant(Instant.parse("2026-10-16T14:50:00Z"));
        shop.says("c1", "m1");
        shop.work();
        accept();
        shop.passes(Duration.ofMinutes(5));

        shop.takesUp(HOURS, ROUTING.replace("hours: office, firstResponse: PT5M", "firstResponse: PT2H"));
        shop.clock.setInstant(MONDAY);
        agent("a1");
        assertThat(breach().late()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aBreachWhoseCalendarIsGoneEndsToo() {
        shop.clock.setInstant(MONDAY);
        shop.says("c1", "m1");
        shop.work();
        accept();
        shop.passes(Duration.ofMinutes(5));

        shop.takesUp(null, ROUTING.replace("hours: office, ", ""));
        shop.passes(Duration.ofMinutes(5));
        agent("a1");
        assertThat(breach().late()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void twoThingsThatHappenWithinAMillisecondAreToldInTheirOrder() {
        shop.clock.setInstant(MONDAY);
        shop.says("c1", "m1");
        shop.work();
        accept();
        shop.passes(Duration.ofMinutes(5).plusNanos(100_000));
        Instant told = said();
        shop.clock.setInstant(shop.clock.instant().plusNanos(100_000));
        agent("a1");

        assertThat(breach().late()).isNotNull();
        assertThat(said()).isAfter(told);
    }

    @Test
    void theTextNamesTheNewestFirstAndFitsIntoItsField() {
        String name = "n".repeat(60);
        Breach old = new Breach("firstResponse", name, "office", Duration.ofMinutes(5), MONDAY, null);
        Breach late = new Breach("waiting", name, "office", Duration.ofMinutes(5), MONDAY.plusSeconds(60), null);
        Breach brief = new Breach("accept", "a", "office", Duration.ofMinutes(5), MONDAY.plusSeconds(90), null);

        assertThat(Breach.text(List.of(old, brief, late)))
                .isEqualTo(brief.text() + "; " + late.text())
                .hasSizeLessThan(256);
        assertThat(Breach.text(List.of(old, late))).isEqualTo(late.text()).hasSizeLessThan(256);
    }

    @Test
    void aPublicPostOfAnotherCustomerIsAnsweredByThePromiseToo() {
        shop.clock.setInstant(MONDAY);
        peer("p1", MONDAY);
        shop.passes(Duration.ofMinutes(5));

        assertThat(breach().kind()).isEqualTo("firstResponse");
    }

    @Test
    void whatWasAnsweredTooLateWhileNobodyLookedIsToldAfterwardsAndOnce() {
        shop.clock.setInstant(MONDAY);
        shop.says("c1", "m1");
        shop.clock.setInstant(MONDAY.plus(Duration.ofMinutes(9)));
        agent("a1");
        shop.passes(Duration.ofMinutes(1));

        assertThat(breach().late()).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void anAnswerInTimeThatArrivesLateTakesItBack() {
        shop.clock.setInstant(MONDAY);
        shop.says("c1", "m1");
        shop.work();
        shop.passes(Duration.ofMinutes(5));
        assertThat(Breach.text(breaches())).contains("not yet");

        shop.clock.setInstant(shop.clock.instant().minus(Duration.ofMinutes(1)));
        agent("a1");
        shop.passes(Duration.ofMinutes(2));

        assertThat(Breach.text(breaches())).isEmpty();
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

    @Test
    void itIsToldOnceThoughTheProgramEnds() {
        shop.clock.setInstant(MONDAY);
        shop.says("c1", "m1");
        shop.work();
        accept();
        shop.kill(Death.AFTER_IT_WAS_WRITTEN);
        shop.passes(Duration.ofMinutes(5));
        shop.passes(Duration.ofMinutes(1));

        assertThat(breach().kind()).isEqualTo("firstResponse");
        assertThat(shop.outbox.waiting()).isEqualTo(2);
    }
}
