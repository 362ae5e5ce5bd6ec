package dev.parley.sandbox.records;

import dev.parley.sandbox.schema.Schema;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The org's records. Reading stands beside reading; a transaction stands alone, and is on disk before its result is
 * given back, so that the end of the process loses nothing that was answered.
 */
public final class Store implements AutoCloseable {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Tables tables = new Tables();
    private final Numbers numbers = new Numbers();
    private final RecycleBin bin = new RecycleBin();
    private final Clock clock;
    private final Journal journal;
    private final List<Consumer<Commit>> listeners = new CopyOnWriteArrayList<>();

    /**
     * Opens the store and reads what an earlier one left there.
     *
     * @param schema the whole org, as the administrator sees it
     * @param directory where the journal lies; made if it is not there
     * @param clock what the audit fields are stamped with
     */
    public Store(Schema schema, Path directory, Clock clock) {
        this.clock = clock;
        Path file = directory.resolve("records.jsonl");
        Journal.compact(schema, file);
        journal = Journal.open(schema, file, record -> {
            tables.put(record.id(), record);
            numbers.saw(record);
        });
    }

    /** Reads while nothing changes. */
    public <T> T read(Function<Records, T> reading) {
        lock.readLock().lock();
        try {
            return reading.apply(tables);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The records, to be read inside {@link #read} or {@link #write} only. */
    public Records records() {
        return tables;
    }

    /** Tells of every transaction that changed something, in their order; what is told must be quick. */
    public void onCommit(Consumer<Commit> listener) {
        listeners.add(listener);
    }

    /** Changes alone, by nobody's program. If it throws, nothing was changed. */
    public <T> T write(Function<Transaction, T> changing) {
        return write("", changing);
    }

    /**
     * Changes alone. If it throws, nothing was changed.
     *
     * @param origin what the changes come by, as change events tell it
     */
    public <T> T write(String origin, Function<Transaction, T> changing) {
        lock.writeLock().lock();
        try {
            Transaction transaction = new Transaction(tables, numbers, bin, clock.instant());
            int start = transaction.mark();
            try {
                T result = changing.apply(transaction);
                journal.append(transaction.changes());
                tell(new Commit(origin, transaction.now(), transaction.net()));
                return result;
            } catch (RuntimeException | Error failed) {
                transaction.rollbackTo(start);
                throw failed;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void tell(Commit commit) {
        if (!commit.changes().isEmpty()) {
            listeners.forEach(listener -> listener.accept(commit));
        }
    }

    /** Gives every record the type that the schema has for it now. */
    public void retype(Schema schema) {
        lock.writeLock().lock();
        try {
            tables.retype(schema);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Forgets every record. */
    public void clear() {
        lock.writeLock().lock();
        try {
            tables.clear();
            numbers.clear();
            bin.clear();
            journal.clear();
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
