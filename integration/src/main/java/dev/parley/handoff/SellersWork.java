package dev.parley.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one seller has to do. It is asked of all sellers for each choice, so it is counted once, until something comes in
 * or the next of it ends. How long a conversation that they took counts differs from pool to pool.
 */
final class SellersWork {
    private final Map<String, Offer> offers = new HashMap<>();
    private final Map<Duration, Counted> counted = new HashMap<>();

    /** How many there were, and when the first of them ends. */
    private record Counted(int size, Instant next) {}

    /** An offer was made or taken. */
    void add(Offer offer) {
        offers.put(offer.id(), offer);
        counted.clear();
    }

    /** It is the seller's no more. */
    void remove(Offer offer) {
        offers.remove(offer.id());
        counted.clear();
    }

    /** How many there are; {@code busy} as in {@link Workload#of}. */
    int size(Duration busy, Instant now) {
        return at(busy, now).size();
    }

    /** When there is one less, if nothing is answered before; empty if there is none. */
    Optional<Instant> freeAt(Duration busy, Instant now) {
        Counted there = at(busy, now);
        return there.size() == 0 ? Optional.empty() : Optional.of(there.next());
    }

    private Counted at(Duration busy, Instant now) {
        Counted last = counted.get(busy);
        if (last == null || !now.isBefore(last.next())) {
            last = count(busy, now);
            counted.put(busy, last);
        }
        return last;
    }

    private Counted count(Duration busy, Instant now) {
        offers.values().removeIf(offer -> offer.state() == Offer.State.OFFERED && !offer.isOpen(now));
        List<Instant> ends = offers.values().stream()
                .map(offer -> end(offer, busy))
                .filter(now::isBefore)
                .toList();
        return new Counted(
                ends.size(), ends.stream().min(Comparator.naturalOrder()).orElse(Instant.MAX));
    }

    private static Instant end(Offer offer, Duration busy) {
        return offer.state() == Offer.State.ACCEPTED ? offer.answeredAt().plus(busy) : offer.until();
    }
}
