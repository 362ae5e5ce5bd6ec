package dev.parley.sandbox.calls;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest calls, and how many of them count against the daily limit. */
public final class CallLog {
    /** The daily limit that the org says it has. */
    public static final int DAILY_LIMIT = 100_000;

    private static final int KEPT = 200_000;

    private final Deque<ApiCall> calls = new ArrayDeque<>();
    private int used;

    /** Counts a call before it is answered, and gives how many were counted with it. */
    public synchronized int count(int cost) {
        used += cost;
        return used;
    }

    /** Notes a call that was answered. */
    public synchronized void add(ApiCall call) {
        if (calls.size() == KEPT) {
            calls.removeFirst();
        }
        calls.addLast(call);
    }

    /** The calls since the last reset, oldest first, at most the latest 200,000. */
    public synchronized List<ApiCall> list() {
        return List.copyOf(calls);
    }

    /** How many calls were counted since the last reset. */
    public synchronized int used() {
        return used;
    }

    /** Forgets all calls. */
    public synchronized void clear() {
        calls.clear();
        used = 0;
    }
}
