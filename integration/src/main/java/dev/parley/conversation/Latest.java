package dev.parley.conversation;

/**
 * A value that the latest event decides: merging any number of them in any order, or the same one twice, gives the
 * same.
 *
 * @param at the event that said it
 * @param value what it said
 */
public record Latest<T>(Position at, T value) {

    /** The one that stands later. */
    Latest<T> or(Latest<T> other) {
        return at.compareTo(other.at) >= 0 ? this : other;
    }
}
