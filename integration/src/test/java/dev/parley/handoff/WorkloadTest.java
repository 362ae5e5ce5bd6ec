package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a seller has to do counts while it lasts, whenever it becomes known. */
class WorkloadTest {
    private static final String MAJA = "maja@company.example";
    private static final Duration BUSY = Duration.ofMinutes(20);
    private static final Instant NINE = Instant.parse("2026-10-19T09:00:00Z");

    private final Workload workload = new Workload();

    private static Offers offer(Offer.State state, Instant answeredAt) {
        Offer offer = new Offer(
                "o1",
                1,
                new Offer.Seller(null, "Maja", MAJA),
                "pool",
                "rule",
                NINE,
                NINE.plus(Duration.ofMinutes(5)),
                Map.of(MAJA, 1.0),
                state,
                answeredAt,
                false);
        return new Offers(List.of(offer), null, null);
    }

    private long at(int minutes) {
        return workload.of(MAJA, BUSY, NINE.plus(Duration.ofMinutes(minutes)));
    }

    @Test
    void anOpenOfferCountsUntilItRunsOut() {
        workload.take(1, offer(Offer.State.OFFERED, null));
        assertThat(at(4)).isEqualTo(1);
        assertThat(workload.freeAt(MAJA, BUSY, NINE)).hasValue(NINE.plus(Duration.ofMinutes(5)));
        assertThat(at(5)).isZero();
    }

    @Test
    void anAnswerThatBecomesKnownLateCountsAllTheSame() {
        workload.take(1, offer(Offer.State.OFFERED, null));
        assertThat(at(6)).isZero();

        workload.take(1, offer(Offer.State.ACCEPTED, NINE.plus(Duration.ofMinutes(4))));
        assertThat(at(7)).isEqualTo(1);
        assertThat(at(23)).isEqualTo(1);
        assertThat(at(24)).isZero();
    }

    @Test
    void whatWasDeclinedCountsNoMore() {
        workload.take(1, offer(Offer.State.OFFERED, null));
        assertThat(workload.take(1, offer(Offer.State.DECLINED, NINE))).isTrue();
        assertThat(at(1)).isZero();
        assertThat(workload.freeAt(MAJA, BUSY, NINE)).isEmpty();
    }

    @Test
    void whoIsAskedForTwoPoolsHasInEachWhatCountsThere() {
        workload.take(1, offer(Offer.State.ACCEPTED, NINE));
        Instant later = NINE.plus(Duration.ofMinutes(31));
        assertThat(workload.of(MAJA, Duration.ofMinutes(30), later)).isZero();
        assertThat(workload.of(MAJA, Duration.ofHours(2), later)).isEqualTo(1);
    }

    @Test
    void whatIsTakenLongerByOtherFilesCountsAsTheySay() {
        workload.take(1, offer(Offer.State.ACCEPTED, NINE));
        assertThat(at(1)).isEqualTo(1);
        Instant later = NINE.plus(Duration.ofMinutes(19));
        assertThat(workload.freeAt(MAJA, Duration.ofHours(1), later)).hasValue(NINE.plus(Duration.ofHours(1)));
        assertThat(workload.of(MAJA, Duration.ofMinutes(10), later)).isZero();
    }
}
