package dev.parley.conversation;

import java.util.Set;

/**
 * Of which sources somebody may hear.
 *
 * @param everySource whether of all there are
 * @param sources else of these
 */
public record Audience(boolean everySource, Set<String> sources) {

    /** Of all there are. */
    public static final Audience ALL = new Audience(true, Set.of());

    public Audience {
        sources = Set.copyOf(sources);
    }

    /** Of these and no others. */
    public static Audience of(Set<String> sources) {
        return new Audience(false, sources);
    }
}
