package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Facts;
import dev.parley.handoff.Shop.Death;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A promise that was broken ends by its own calendar, whatever the file promises by then, and is told once. */
class BrokenPromisesTest extends PromiseStage {
    private Instant said() {
        return shop.due.look(Shop.key("c1")).orElseThrow().conversation().saidAt(Facts.BREACH + "firstResponse");
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
