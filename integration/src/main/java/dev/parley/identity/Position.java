package dev.parley.identity;

import java.time.Instant;

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

    /** Moved on to that record, or unchanged where it is an old one, read again. */
    Position advancedTo(Known last) {
        boolean old = stamp != null && last.stamp().isBefore(stamp);
        return old ? this : new Position(last.stamp(), last.id(), loaded, readAt);
    }

    Position atTheEnd(Instant when) {
        return new Position(stamp, id, true, when);
    }
}
