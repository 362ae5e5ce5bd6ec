package dev.parley.conversation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Where an event stands in its conversation: by time, then by the CloudEvents {@code sequence} extension, then by id,
 * the texts compared by code point. The encoded form sorts the same way, byte by byte, in every database, whatever its
 * collation.
 *
 * @param time when it happened
 * @param sequence the CloudEvents {@code sequence}, empty if there is none, never null
 * @param id the event's id
 */
public record Position(Instant time, String sequence, String id) implements Comparable<Position> {

    /** Longest sequence and id in characters, so that an encoded position always fits a database index. */
    public static final int MOST_CHARACTERS = 255;

    @Override
    public int compareTo(Position other) {
        return Arrays.compareUnsigned(encoded(), other.encoded());
    }

    /** The bytes whose unsigned order is the order of positions. */
    public byte[] encoded() {
        byte[] first = sequence.getBytes(StandardCharsets.UTF_8);
        byte[] last = id.getBytes(StandardCharsets.UTF_8);
        // Flipping the sign bit makes seconds before 1970 sort below those after it.
        return ByteBuffer.allocate(Long.BYTES + Integer.BYTES + first.length + 1 + last.length)
                .putLong(time.getEpochSecond() ^ Long.MIN_VALUE)
                .putInt(time.getNano())
                .put(first)
                .put((byte) 0)
                .put(last)
                .array();
    }

    /** The position that was encoded so. */
    static Position decoded(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long second = buffer.getLong() ^ Long.MIN_VALUE;
        Instant time = Instant.ofEpochSecond(second, buffer.getInt());
        int start = buffer.position();
        int end = start;
        while (bytes[end] != 0) {
            end++;
        }
        return new Position(
                time,
                new String(bytes, start, end - start, StandardCharsets.UTF_8),
                new String(bytes, end + 1, bytes.length - end - 1, StandardCharsets.UTF_8));
    }

    /** The later of two positions; null counts as before everything. */
    static Position later(Position one, Position other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }
}
