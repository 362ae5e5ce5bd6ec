package dev.parley.sandbox.rest;

import dev.parley.sandbox.calls.Fault;
import java.util.ArrayList;
import java.util.List;

/** What is left of a call after its work is done: what it was made of, and a fault that delays or drops its answer. */
final class Aftermath {
    private long delayMs;
    private boolean drop;
    private final List<String> subrequests = new ArrayList<>();

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

    void asked(String subrequest) {
        subrequests.add(subrequest);
    }

    List<String> subrequests() {
        return List.copyOf(subrequests);
    }
}
