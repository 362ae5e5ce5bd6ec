package dev.parley.company;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** When the index must be opened again, which costs time: after a change, and not more than some times a second. */
final class Freshness {

    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final AtomicBoolean changed = new AtomicBoolean();
    private final AtomicLong last = new AtomicLong(System.nanoTime() - REST_NANOS);

    void changed() {
        changed.set(true);
    }

    /** Whether to open it again now; says so to one caller only. */
    boolean due() {
        long now = System.nanoTime();
        long before = last.get();
        return changed.get()
                && now - before >= REST_NANOS
                && last.compareAndSet(before, now)
                && changed.getAndSet(false);
    }
}
