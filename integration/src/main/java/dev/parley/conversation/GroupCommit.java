package dev.parley.conversation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Makes durable together what several senders bring at the same time. A commit costs a store about as much for fifty
 * events as for one, and while one is under way the next could only wait, with a connection that others need.
 */
final class GroupCommit {

    /** What a sender brings as a batch is group enough, and holds up nobody. */
    private static final int MOST = 200;

    private final Function<List<ChatEvent>, Set<EventRow.Key>> store;
    private final Queue<Delivery> waiting = new ArrayDeque<>();
    private boolean busy;

    /** @param store makes events durable, all or none, and says which were new */
    GroupCommit(Function<List<ChatEvent>, Set<EventRow.Key>> store) {
        this.store = store;
    }

    /** What one sender brings, and what has become of it. */
    private static final class Delivery {
        private final List<ChatEvent> events;
        /** Ends when it is this one's turn to store what waits, or when another has stored it. */
        private final CompletableFuture<Void> turn = new CompletableFuture<>();

        private Receipt receipt;
        private boolean alone;

        Delivery(List<ChatEvent> events) {
            this.events = events;
        }

        /** Of two who bring the same event it was new from the first. */
        void done(Set<EventRow.Key> fresh) {
            long accepted = events.stream()
                    .filter(event -> fresh.remove(EventRow.Key.of(event.envelope())))
                    .count();
            receipt = Receipt.of(events.size(), (int) accepted);
        }

        boolean isSettled() {
            return receipt != null || alone;
        }
    }

    /** As {@link Inbox#receive}: whoever comes first stores, and then one of those who have come meanwhile for all of them. */
    Receipt receive(List<ChatEvent> events) {
        if (events.size() > MOST) {
            return storeAlone(events);
        }
        Delivery own = new Delivery(events);
        put(own);
        own.turn.join();
        if (!own.isSettled()) {
            List<Delivery> group = next();
            try {
                settle(group);
            } finally {
                passOn(group);
            }
        }
        return own.alone ? storeAlone(events) : own.receipt;
    }

    private Receipt storeAlone(List<ChatEvent> events) {
        return Receipt.of(events.size(), store.apply(events).size());
    }

    private synchronized void put(Delivery delivery) {
        waiting.add(delivery);
        if (!busy) {
            busy = true;
            delivery.turn.complete(null);
        }
    }

    private synchronized void passOn(List<Delivery> settled) {
        settled.forEach(delivery -> delivery.turn.complete(null));
        busy = !waiting.isEmpty();
        if (busy) {
            waiting.peek().turn.complete(null);
        }
    }

    /** First of them is whose turn it is. */
    private synchronized List<Delivery> next() {
        List<Delivery> group = new ArrayList<>();
        int events = 0;
        while (!waiting.isEmpty()
                && (group.isEmpty() || events + waiting.peek().events.size() <= MOST)) {
            events += waiting.peek().events.size();
            group.add(waiting.remove());
        }
        return group;
    }

    /** One that cannot be stored takes no other down with it: each then tries for itself, and waits for no other. */
    private void settle(List<Delivery> group) {
        try {
            Set<EventRow.Key> fresh = store.apply(
                    group.stream().flatMap(delivery -> delivery.events.stream()).toList());
            group.forEach(delivery -> delivery.done(fresh));
        } catch (RuntimeException | Error e) {
            if (group.size() == 1) {
                throw e;
            }
            group.forEach(delivery -> delivery.alone = true);
        }
    }
}
