package dev.parley.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Lets those go first for whom somebody waits: a visitor who wants a person waits for an answer, and the CRM's copy of
 * what they said can. But never for long, so that delivery gets on whatever the machine has to do.
 */
final class GivingWay {

    private static final long MOMENT = 50_000_000;

    /** So long after they were behind a turn is a short one. */
    private static final Duration CAREFUL = Duration.ofMinutes(1);

    /** Fewer would cost more calls than they spare time. */
    private static final int SHORT = 50;

    private final BooleanSupplier late;
    private final Duration patience;
    private Instant nextTurn = Instant.MIN;
    private Instant carefulUntil = Instant.MIN;
    private boolean wereLate;
    private long left;

    /**
     * To somebody.
     *
     * @param late whether they are behind; asked again and again
     * @param patience how long they go first at most, before a turn and once more within it
     */
    GivingWay(BooleanSupplier late, Duration patience) {
        this.late = late;
        this.patience = patience;
    }

    /**
     * How much to do now.
     *
     * @param all that may be done in one turn
     * @return 0 while it is the others' turn
     */
    int turn(int all, Instant now) {
        boolean behind = areLate();
        if (wereLate) {
            carefulUntil = now.plus(CAREFUL);
            wereLate = false;
        }
        if (behind && now.isBefore(nextTurn)) {
            return 0;
        }
        nextTurn = now.plus(patience);
        left = patience.toNanos();
        return now.isBefore(carefulUntil) ? Math.min(all, SHORT) : all;
    }

    /** Lets them catch up in the middle of a turn: a long one by itself would make them late. */
    void pause() {
        for (long begun = System.nanoTime(); mayWait() && areLate(); begun = System.nanoTime()) {
            LockSupport.parkNanos(MOMENT);
            left -= System.nanoTime() - begun;
        }
    }

    private boolean mayWait() {
        return left > 0 && !Thread.currentThread().isInterrupted();
    }

    private boolean areLate() {
        boolean behind = late.getAsBoolean();
        wereLate |= behind;
        return behind;
    }
}
