package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who was cut off is owed an answer until they come back, a seller is to write to them, or nobody can any more. */
class CutOffTest extends PromiseStage {
    /** Nobody is asked while it goes on. */
    private static final String FOLLOWED_UP =
            ROUTING.replace("'qualification.grade = \"A\"'", "'false'") + "followUp: { to: [team], after: PT1H }\n";

    private static ObjectNode data() {
        return JsonNodeFactory.instance.objectNode();
    }

    private void leavesAddress(String conversation) {
        ObjectNode data = data();
        data.putObject("visitor").put("email", "ann@customer.example");
        shop.hears("web", conversation, "who", "chat.visitor.identified", data);
    }

    /** They ask, a seller takes it, and a minute later the line drops. */
    private void isCutOff() {
        shop.clock.setInstant(MONDAY);
        shop.says("c1", "m1");
        shop.work();
        if (shop.offers("c1").last().isPresent()) {
            accept();
        }
        shop.passes(Duration.ofMinutes(1));
        drops();
    }

    private void drops() {
        shop.hears("web", "c1", "dropped", "chat.conversation.closed", data().put("reason", "dropped"));
        shop.work();
    }

    private void comesBack() {
        leavesAddress("c2");
        shop.says("c2", "m1");
        shop.work();
        assertThat(shop.answers("c2", true)).isEqualTo(Answering.Answer.TAKEN);
        ObjectNode answer = data().put("id", "a1").put("text", "Yes.");
        answer.putObject("author").put("role", "agent");
        shop.passes(Duration.ofSeconds(30));
        shop.hears("web", "c2", "a1", "chat.message.posted", answer);
        shop.work();
    }

    @Test
    void whoComesBackInTimeIsServedThereAndWaitsHereNoMore() {
        leavesAddress("c1");
        isCutOff();
        shop.passes(Duration.ofSeconds(10));
        comesBack();
        shop.passes(Duration.ofMinutes(10));

        assertThat(breaches()).isEmpty();
        assertThat(shop.work()).as("looked at again").isEmpty();
    }

    @Test
    void whoComesBackTooLateHasWaitedUntilThen() {
        leavesAddress("c1");
        isCutOff();
        shop.passes(Duration.ofMinutes(4));
        assertThat(breach().late()).isNull();

        shop.passes(Duration.ofMinutes(2));
        comesBack();
        shop.passes(Duration.ofMinutes(2));
        assertThat(breach().late()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void whoComesBackIsKnownToHaveThoughTheFileNowPromisesNothing() {
        leavesAddress("c1");
        isCutOff();
        shop.passes(Duration.ofMinutes(4));
        shop.takesUp(HOURS, ROUTING.replaceAll("(?s)service:.*(?=escalation)", ""));
        shop.passes(Duration.ofMinutes(2));
        comesBack();
        shop.passes(Duration.ofMinutes(30));

        assertThat(breach().late()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void somebodyElseWhoWritesHasNotComeBack() {
        leavesAddress("c1");
        isCutOff();
        shop.says("c2", "m1");
        shop.passes(Duration.ofHours(1));

        assertThat(breach().late()).isNull();
    }

    @Test
    void whomASellerIsToWriteToWaitsForTheChatNoMore() {
        shop.takesUp(HOURS, FOLLOWED_UP);
        leavesAddress("c1");
        isCutOff();
        shop.passes(Duration.ofMinutes(4));
        assertThat(breach().late()).isNull();

        shop.clock.setInstant(Instant.parse("2026-10-23T06:00:00Z"));
        shop.work();
        assertThat(breach().late()).as("Friday is the next day they work").isEqualTo(Duration.ofMinutes(9 * 60 - 5));
    }

    @Test
    void whoCannotBeReachedAndStaysAwayIsOwedNothingAfterAnHour() {
        isCutOff();
        shop.passes(Duration.ofMinutes(59));
        assertThat(breach().late()).isNull();

        shop.passes(Duration.ofMinutes(1));
        assertThat(breach().late()).isEqualTo(Duration.ofMinutes(56));
        assertThat(shop.work()).as("looked at again").isEmpty();
    }

    @Test
    void whoStaysAwayIsLookedForEverMoreSeldomAndAfterAMonthNoMore() {
        leavesAddress("c1");
        isCutOff();
        int looks = 0;
        for (Optional<Instant> next = shop.work(); next.isPresent(); next = shop.work()) {
            shop.clock.setInstant(next.get());
            looks++;
        }

        assertThat(breach().late()).isNotNull();
        assertThat(shop.clock.instant())
                .isEqualTo(MONDAY.plus(Duration.ofDays(31).plusMinutes(1)));
        assertThat(looks).isLessThan(20);
    }

    @Test
    void whoStillWaitsForASellerWhenTheyComeBackWaitsForNoneHere() {
        leavesAddress("c1");
        shop.clock.setInstant(MONDAY);
        shop.says("c1", "m1");
        shop.work();
        shop.passes(Duration.ofMinutes(1));
        agent("a1");
        drops();
        shop.passes(Duration.ofMinutes(29));
        assertThat(breach().kind()).isEqualTo("accept");

        shop.passes(Duration.ofMinutes(5));
        comesBack();
        shop.passes(Duration.ofMinutes(30));
        assertThat(breaches()).extracting(Breach::late).containsExactly(Duration.ofMinutes(5));
    }
}
