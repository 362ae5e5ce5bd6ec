package dev.parley.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tells of records that stand elsewhere now: converted, merged, deleted, restored, given to another or moved. */
final class Moves {

    private static final List<String> BECAME =
            List.of("ConvertedContactId", "ConvertedAccountId", "ConvertedOpportunityId", Followed.MASTER);

    private volatile Consumer<Map<String, Set<String>>> listener = moved -> {};

    void tell(Consumer<Map<String, Set<String>>> whom) {
        listener = whom;
    }

    /**
     * Compares records before and after.
     *
     * @param before those that were held
     * @param after those of them, and new ones, that are held now
     */
    void between(Followed followed, List<Known> before, Collection<Known> after) {
        Map<String, Set<String>> moved = new TreeMap<>();
        for (Known now : after) {
            if (before.stream().noneMatch(then -> then.id().equals(now.id()) && same(followed, then, now))) {
                moved.put(now.id(), becameOf(now));
            }
        }
        for (Known then : before) {
            if (after.stream().noneMatch(now -> now.id().equals(then.id()))) {
                moved.put(then.id(), Set.of());
            }
        }
        if (!moved.isEmpty()) {
            listener.accept(moved);
        }
    }

    /** Salesforce tells of a converted lead and of what it became in any order. */
    private static Set<String> becameOf(Known record) {
        return BECAME.stream().map(record::text).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean same(Followed followed, Known then, Known now) {
        // An owner that nobody knew of before was given by the CRM itself.
        boolean owner = then.text("OwnerId") == null || Objects.equals(then.text("OwnerId"), now.text("OwnerId"));
        return owner && followed.place().stream().allMatch(field -> Objects.equals(then.text(field), now.text(field)));
    }
}
