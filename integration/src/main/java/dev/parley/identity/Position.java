package dev.parley.identity;

import com.google.common.base.Splitter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far an object type has been read, in the order of SystemModstamp and id.
 *
 * @param stamp the newest SystemModstamp read, or null before the first record
 * @param id the id of the record read last at that stamp, or null
 * @param loaded whether the end has been reached once
 * @param readAt when the end was last reached, or null
 */
record Position(Instant stamp, String id, boolean loaded, Instant readAt) {

    static final Position START = new Position(null, null, false, null);

    private static final Comparator<Position> ORDER = Comparator.comparing(
                    Position::stamp, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Position::id, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Moved on to that record, or unchanged where it is an old one, read again. */
    Position advancedTo(Known last) {
        boolean old = stamp != null && last.stamp().isBefore(stamp);
        return old ? this : new Position(last.stamp(), last.id(), loaded, readAt);
    }

    Position atTheEnd(Instant when) {
        return new Position(stamp, id, true, when);
    }

    /** Where to go on if one place has been read to here and another to there: nothing may be left out of either. */
    Position orEarlier(Position other) {
        Position earlier = ORDER.compare(this, other) <= 0 ? this : other;
        boolean both = loaded && other.loaded;
        return new Position(earlier.stamp, earlier.id, both, both ? readAt : null);
    }

    /** When the end of all of them was last reached; empty if one was never read to its end. */
    static Optional<Instant> readAt(List<Follower> followers) {
        return followers.stream()
                .map(f -> Optional.ofNullable(f.position().readAt()))
                .reduce((a, b) -> a.flatMap(x -> b.map(y -> x.isBefore(y) ? x : y)))
                .orElse(Optional.empty());
    }

    /** What {@link #toString} said, but for when it was read. */
    static Position of(String text) {
        List<String> words = Splitter.on(' ').splitToList(text);
        boolean loaded = Boolean.parseBoolean(words.get(0));
        return words.size() < 3
                ? new Position(null, null, loaded, null)
                : new Position(Instant.parse(words.get(1)), words.get(2), loaded, null);
    }

    @Override
    public String toString() {
        return stamp == null ? String.valueOf(loaded) : loaded + " " + stamp + " " + id;
    }
}
