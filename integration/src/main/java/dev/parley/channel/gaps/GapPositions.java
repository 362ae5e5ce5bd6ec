package dev.parley.channel.gaps;

import dev.parley.store.Tx;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Up to when each source was looked through, kept in the store: after a restart the looking goes on from there. */
public final class GapPositions {

    private final Tx tx;
    private final Function<String, Optional<Instant>> latest;

    /** @param latest the time of the latest event of a source that was never looked through, if there is any */
    public GapPositions(Tx tx, Function<String, Optional<Instant>> latest) {
        this.tx = tx;
        this.latest = latest;
    }

    /**
     * Up to when nothing is missing: the last look that came to its end, for what came by webhooks since then says
     * nothing of what did not; without one the latest event. Empty where a source has told nothing yet.
     */
    Optional<Instant> of(String source) {
        return tx.call(em -> Optional.ofNullable(em.find(GapPositionRow.class, source)))
                .map(row -> row.lookedAt)
                .or(() -> latest.apply(source));
    }

    /** Notes a look that came to its end. */
    void note(String source, Instant lookedAt) {
        tx.run(em -> em.merge(new GapPositionRow(source, lookedAt)));
    }
}
