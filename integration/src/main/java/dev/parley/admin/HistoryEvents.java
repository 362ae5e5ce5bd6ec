package dev.parley.admin;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Events of a file of history, read batch by batch from any place that was read up to before. */
interface HistoryEvents extends AutoCloseable {

    /**
     * One event.
     *
     * @param number of the line or body that it stands in, counted from 1
     * @param bytes the CloudEvent as JSON
     * @param fault why it cannot be sent, or null
     * @param silent whether that is no mistake: it tells nothing that Parley knows of
     */
    record Line(long number, byte[] bytes, String fault, boolean silent) {

        Line(long number, byte[] bytes, String fault) {
            this(number, bytes, fault, false);
        }
    }

    /** The next events, as many as one request takes. Empty at the end of the file. */
    List<Line> batch() throws IOException;

    /** How many bytes have been read. */
    long offset();

    /** How many lines or bodies have been read. */
    long number();

    /** The latest that was told so far, for what tells no time of its own; null where every event tells its time. */
    default Instant latest() {
        return null;
    }

    @Override
    void close() throws IOException;
}
