package dev.parley.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What sellers have to do, and whose turn it is, by the offers of all conversations. Turns go by smooth weighted round
 * robin: with each offer everybody who could have been asked earns their share of it, and who is asked pays one. The
 * sum does not depend on the order of the offers, so it is the same after every restart.
 */
final class Workload {
    private final Map<Long, Offers> conversations = new HashMap<>();
    private final Map<String, Double> credits = new HashMap<>();
    private final Map<String, SellersWork> bySeller = new HashMap<>();

    /**
     * Takes the offers of a conversation as they are now.
     *
     * @return whether somebody has passed it on since the last time, and so has one less before that was to be expected
     */
    boolean take(long conversation, Offers offers) {
        Offers before = conversations.put(conversation, offers);
        count(before, -1);
        count(offers, 1);
        return before != null && before.declined() < offers.declined();
    }

    /** Forgets conversations of which nothing is heard any more. */
    void forget(Instant before) {
        conversations.entrySet().removeIf(entry -> {
            boolean old = entry.getValue()
                    .last()
                    .map(offer -> offer.at().isBefore(before))
                    .orElse(true);
            if (old) {
                count(entry.getValue(), -1);
            }
            return old;
        });
    }

    private void count(Offers offers, int sign) {
        if (offers != null) {
            offers.made().forEach(offer -> count(offer, sign));
        }
    }

    private void count(Offer offer, int sign) {
        SellersWork theirs = bySeller.computeIfAbsent(offer.seller().email(), email -> new SellersWork());
        if (sign > 0 && (offer.state() == Offer.State.OFFERED || offer.state() == Offer.State.ACCEPTED)) {
            theirs.add(offer);
        } else {
            theirs.remove(offer);
        }
        double all =
                offer.among().values().stream().mapToDouble(Double::doubleValue).sum();
        offer.among().forEach((email, share) -> credits.merge(email, sign * share / all, Double::sum));
        if (!offer.among().isEmpty()) {
            credits.merge(offer.seller().email(), (double) -sign, Double::sum);
        }
    }

    /**
     * How many conversations a seller has at a time.
     *
     * @param busy how long one that they took counts
     */
    long of(String email, Duration busy, Instant now) {
        SellersWork theirs = bySeller.get(email);
        return theirs == null ? 0 : theirs.size(busy, now);
    }

    /**
     * When a seller has one conversation less, if nothing is answered before; empty if they have none.
     *
     * @param busy how long one that they took counts
     */
    Optional<Instant> freeAt(String email, Duration busy, Instant now) {
        SellersWork theirs = bySeller.get(email);
        return theirs == null ? Optional.empty() : theirs.freeAt(busy, now);
    }

    /** Whose turn it is among these. */
    String choose(Map<String, Double> among) {
        double all = among.values().stream().mapToDouble(Double::doubleValue).sum();
        return among.entrySet().stream()
                .max(Comparator.comparingDouble((Map.Entry<String, Double> seller) ->
                                credits.getOrDefault(seller.getKey(), 0.0) + seller.getValue() / all)
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }
}
