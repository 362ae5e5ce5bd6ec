package dev.parley.channel;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, as much of it as an answer has room for. */
final class Faults {

    private static final int MOST = 20;

    private final List<Fault> found = new ArrayList<>();

    void add(String pointer, String detail) {
        if (!isFull()) {
            found.add(new Fault(WellFormedText.mended(pointer), detail));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    boolean isFull() {
        return found.size() >= MOST;
    }

    int count() {
        return found.size();
    }

    List<Fault> found() {
        return List.copyOf(found);
    }
}
