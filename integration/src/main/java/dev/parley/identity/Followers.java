package dev.parley.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** One follower for each object type, with the fields that are kept of it now. */
final class Followers {

    private final Copy copy;
    private final WantedFields wanted;
    private final LeftOut leftOut;
    private final ReadWriteLock opening = new ReentrantReadWriteLock();
    private volatile List<Follower> all = List.of();

    Followers(Copy copy, WantedFields wanted, LeftOut leftOut) {
        this.copy = copy;
        this.wanted = wanted;
        this.leftOut = leftOut;
    }

    /** None before the first {@link #open}. */
    List<Follower> all() {
        return all;
    }

    Optional<Follower> of(String sobject) {
        return all.stream().filter(f -> f.followed().sobject().equals(sobject)).findFirst();
    }

    /** Whether every object type has been read to its end once. */
    boolean loaded() {
        List<Follower> now = all;
        return !now.isEmpty() && now.stream().allMatch(f -> f.position().loaded());
    }

    /** Finds out from the store where to go on, the first time. */
    void open(Instant now) {
        if (all.isEmpty()) {
            reopen(now);
        }
    }

    /** Keeps other fields, by object type. */
    void keep(Map<String, Set<String>> fields, Instant now) {
        wanted.are(fields);
        reopen(now);
    }

    void lookForMissing(Instant now) {
        if (wanted.lookForMissing()) {
            reopen(now);
        }
    }

    /** A field that the org does not have must not cost more than the records that want it; false if it has all. */
    boolean leaveOutMissing(Instant now) {
        boolean missing = wanted.leaveOutMissing(all);
        if (missing) {
            reopen(now);
        }
        return missing;
    }

    /** Nobody changes what is kept, and no record is forgotten, until the reading is done. */
    <T> T whileTheyStay(Supplier<T> reading) {
        opening.readLock().lock();
        try {
            return reading.get();
        } finally {
            opening.readLock().unlock();
        }
    }

    private void reopen(Instant now) {
        opening.writeLock().lock();
        try {
            all = copy.open(wanted.fields(), leftOut, all, now);
        } finally {
            opening.writeLock().unlock();
        }
    }
}
