package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who only says thank you, or has left, is owed nothing; who was cut off is. */
class NothingOwedTest extends PromiseStage {
    private void closes(String reason) {
        ObjectNode data =
                JsonNodeFactory.instance.objectNode().put("by", "agent").put("reason", reason);
        shop.hears("web", "c1", "closed-" + reason, "chat.conversation.closed", data);
        shop.work();
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
}
