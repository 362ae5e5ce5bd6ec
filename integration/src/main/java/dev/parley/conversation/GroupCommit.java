package dev.parley.conversation;

import dev.parley.store.Tx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes durable together what several senders bring at the same time. A commit costs a store about as much for fifty
 * events as for one, and while one is under way the next could only wait, with a connection that others need. Nobody
 * waits for a conversation that is not their own: who brings to one that is held waits for it by themselves.
 */
final class GroupCommit {

    /** What a sender brings as a batch is group enough, and holds up nobody. */
    private static final int MOST = 200;

    /**
     * Where several senders bring at once, so long a wait lets more of them share the next commit (as PostgreSQL's
     * commit_delay): in nanoseconds, about as long as a commit takes. Who brings alone does not wait.
     */
    private static final long MOMENT = 8_000_000;

    private final Store store;
    private final Runnable moment;
    private final Queue<Delivery> waiting = new ArrayDeque<>();
    private boolean busy;

    /** Whether the last group was more than one delivery. */
    private boolean crowded;

    /** @param store makes events durable */
    GroupCommit(Store store) {
        this(store, () -> LockSupport.parkNanos(MOMENT));
    }

    /** @param moment lets others come */
    GroupCommit(Store store, Runnable moment) {
        this.store = store;
        this.moment = moment;
    }

    /** Makes events durable, in one transaction. */
    interface Store {

        /** All or none, once nobody else holds their conversations; says which were new. */
        Set<EventRow.Key> store(List<ChatEvent> events);

        /** What several bring, apart from whom brings to a conversation that somebody holds; waits for none of them. */
        Stored storeFree(List<List<ChatEvent>> deliveries);
    }

    /**
     * What has become of a group.
     *
     * @param fresh which of the events were new
     * @param held the conversations that somebody holds: of a delivery that has any of them nothing was stored
     */
    record Stored(Set<EventRow.Key> fresh, Set<ConversationKey> held) {}

    /** Whether only the other conversations tell which one it belongs to. */
    static boolean isNameless(ChatEvent event) {
        return event instanceof ChatEvent.MeetingEvent && event.envelope().subject() == null;
    }

    /** What one sender brings, and what has become of it. */
    private static final class Delivery {
        private final List<ChatEvent> events;
        /** Ends when it is this one's turn to store what waits, or when another has stored it. */
        private final CompletableFuture<Void> turn = new CompletableFuture<>();

        private Receipt receipt;
        private boolean alone;
        private RuntimeException failure;

        Delivery(List<ChatEvent> events) {
            this.events = events;
        }

        List<ChatEvent> events() {
            return events;
        }

        /** Of two who bring the same event it was new from the first. */
        void done(Stored stored) {
            alone = isOf(stored.held());
            if (!alone) {
                receipt = receipt(stored.fresh());
            }
        }

        void failed(RuntimeException e, boolean forAll) {
            alone = !forAll;
            failure = forAll ? e : null;
        }

        private Receipt receipt(Set<EventRow.Key> fresh) {
            long accepted = events.stream()
                    .filter(event -> fresh.remove(EventRow.Key.of(event.envelope())))
                    .count();
            return Receipt.of(events.size(), (int) accepted);
        }

        boolean isSettled() {
            return receipt != null || alone || failure != null;
        }

        private boolean isOf(Set<ConversationKey> held) {
            return !held.isEmpty()
                    && events.stream().anyMatch(event -> held.contains(ConversationKey.of(event.envelope())));
        }
    }

    /** As {@link Inbox#receive}: whoever comes first stores, and then one of those who have come meanwhile for all of them. */
    Receipt receive(List<ChatEvent> events) {
        if (events.size() > MOST || events.stream().anyMatch(GroupCommit::isNameless)) {
            return storeAlone(events);
        }
        Delivery own = new Delivery(events);
        put(own);
        own.turn.join();
        if (!own.isSettled()) {
            gather();
            List<Delivery> group = next();
            try {
                settle(group);
            } finally {
                passOn(group);
            }
        }
        return outcome(own);
    }

    private Receipt outcome(Delivery own) {
        if (own.failure != null) {
            throw own.failure;
        }
        return own.alone ? storeAlone(own.events) : own.receipt;
    }

    private Receipt storeAlone(List<ChatEvent> events) {
        return Receipt.of(events.size(), store.store(events).size());
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

    private void gather() {
        if (isWorthWaiting()) {
            moment.run();
        }
    }

    private synchronized boolean isWorthWaiting() {
        return crowded
                && waiting.stream().mapToInt(delivery -> delivery.events.size()).sum() < MOST;
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
        crowded = group.size() > 1;
        return group;
    }

    /**
     * One that cannot be stored takes no other down with it: each then tries for itself, at once. But where the store
     * itself is away each would only wait for it once more.
     */
    private void settle(List<Delivery> group) {
        try {
            Stored stored = store.storeFree(group.stream().map(Delivery::events).toList());
            group.forEach(delivery -> delivery.done(stored));
        } catch (RuntimeException e) {
            boolean same = group.size() == 1 || Tx.isAway(e);
            group.forEach(delivery -> delivery.failed(e, same));
        } catch (Error e) {
            group.forEach(delivery -> delivery.alone = true);
            throw e;
        }
    }
}
