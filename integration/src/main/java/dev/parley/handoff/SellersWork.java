package dev.parley.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one seller has to do. It is asked of all sellers for each choice, so what has ended is left out once and for all,
 * and nothing is looked through before the next of it can end.
 */
final class SellersWork {
    private final Map<String, Offer> offers = new HashMap<>();
    private Duration busy = Duration.ZERO;

    /** When the first of them ends; null while that is not known. */
    private Instant next;

    /** An offer was made or taken. */
    void add(Offer offer) {
        offers.put(offer.id(), offer);
        next = null;
    }

    /** It is the seller's no more. */
    void remove(Offer offer) {
        offers.remove(offer.id());
        next = null;
    }

    /** How many there are; {@code busy} as in {@link Workload#of}. */
    int size(Duration busy, Instant now) {
        endAt(busy, now);
        return offers.size();
    }

    /** When there is one less, if nothing is answered before; empty if there is none. */
    Optional<Instant> freeAt(Duration busy, Instant now) {
        endAt(busy, now);
        return offers.isEmpty() ? Optional.empty() : Optional.of(next);
    }

    private void endAt(Duration busy, Instant now) {
        if (next == null || !busy.equals(this.busy) || !now.isBefore(next)) {
            this.busy = busy;
            offers.values().removeIf(offer -> !now.isBefore(end(offer)));
            next = offers.values().stream()
                    .map(this::end)
                    .min(Comparator.naturalOrder())
                    .orElse(Instant.MAX);
        }
    }

    private Instant end(Offer offer) {
        return offer.state() == Offer.State.ACCEPTED ? offer.answeredAt().plus(busy) : offer.until();
    }
}
