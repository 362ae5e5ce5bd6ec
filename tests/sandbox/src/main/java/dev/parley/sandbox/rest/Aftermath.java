package dev.parley.sandbox.rest;

import dev.parley.sandbox.calls.Fault;

/** What faults do to a call after its work is done: they delay its answer, or drop the connection. */
final class Aftermath {
    private long delayMs;
    private boolean drop;

    void add(Fault fault) {
        delayMs += fault.delayMs();
        drop |= fault.dropAfterCommit();
    }

    long delayMs() {
        return delayMs;
    }

    boolean drops() {
        return drop;
    }
}
