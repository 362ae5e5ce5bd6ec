package dev.parley.sandbox.records;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/** The org's records. Reading stands beside reading; a change stands alone. */
public final class Store {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Tables tables = new Tables();

    /** Reads while nothing changes. */
    public <T> T read(Function<Records, T> reading) {
        lock.readLock().lock();
        try {
            return reading.apply(tables);
        } finally {
            lock.readLock().unlock();
        }
    }
}
