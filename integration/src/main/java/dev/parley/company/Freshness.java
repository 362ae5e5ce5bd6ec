package dev.parley.company;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sees to it that an index is opened again before a question, if it has changed: whoever asks sees all that was put in
 * before, also where another is opening it at that moment. Without a question it costs nothing.
 */
public final class Freshness {

    private final AtomicLong changes = new AtomicLong();
    private volatile long shown;

    /** Opens an index again. */
    @FunctionalInterface
    public interface Opening {
        /** When it returns, all is shown that was in the index when it was called. */
        void open() throws IOException;
    }

    /** To be said after each change. */
    public void changed() {
        changes.incrementAndGet();
    }

    /** Opens the index again if it must be; when this returns, every change that was said before is shown. */
    public void ensure(Opening opening) throws IOException {
        if (shown >= changes.get()) {
            return;
        }
        synchronized (this) {
            long now = changes.get();
            if (shown < now) {
                opening.open();
                shown = now;
            }
        }
    }
}
