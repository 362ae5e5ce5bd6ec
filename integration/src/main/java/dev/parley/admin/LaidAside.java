package dev.parley.admin;

import dev.parley.channel.RawBody;
import dev.parley.channel.Rereading;
import dev.parley.channel.Unread;
import dev.parley.channel.UnreadEntry;
import dev.parley.delivery.DeadLetters;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** All that waits for somebody: records that the CRM refused, and deliveries that could not be read. */
final class LaidAside {

    private static final String CODE = "unread";

    private final DeadLetters letters;
    private final Unread unread;
    private final Rereading rereading;

    LaidAside(DeadLetters letters, Unread unread, Rereading rereading) {
        this.letters = letters;
        this.unread = unread;
        this.rereading = rereading;
    }

    /**
     * A delivery that could not be read, with the names that a dead letter has.
     *
     * @param source the channel's name
     * @param sobject null: it was to become events, not a record
     * @param key what is kept: media type and size
     * @param place the line of the file that did not fit, or null
     * @param message why it could not be read
     * @param at when it arrived
     */
    record UnreadLetter(
            String id,
            String source,
            String sobject,
            String key,
            String place,
            String code,
            String message,
            Instant at,
            boolean discarded) {

        static UnreadLetter of(UnreadEntry entry) {
            String kept = entry.mediaType() + ", " + Counted.of(entry.size(), "byte");
            return new UnreadLetter(
                    entry.id(),
                    entry.source(),
                    null,
                    kept,
                    entry.place(),
                    CODE,
                    entry.reason(),
                    entry.receivedAt(),
                    false);
        }
    }

    /** What became of one of them, which is gone or due again. */
    record Done(String id, String source) {}

    /** Everything, what could not be read first. */
    Stream<Object> list() {
        return Stream.concat(unread.list().stream().map(UnreadLetter::of), letters.list().stream());
    }

    /** How many there are. */
    long count() {
        return letters.count() + unread.count();
    }

    /** Tries one again; empty if there is none with this id. */
    Optional<?> replay(String id) {
        Optional<RawBody> read = rereading.replay(id);
        return read.isPresent() ? read.map(delivery -> new Done(id, delivery.source())) : letters.replay(id);
    }

    /** Leaves a record undone, or forgets a delivery; empty if there is none with this id. */
    Optional<?> discard(String id) {
        Optional<RawBody> known = unread.find(id);
        return known.isPresent() && unread.remove(id)
                ? known.map(delivery -> new Done(id, delivery.source()))
                : letters.discard(id);
    }
}
