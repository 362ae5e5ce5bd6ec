package dev.parley.handoff;

import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.DueOffers;
import dev.parley.conversation.DueOffers.Again;
import dev.parley.conversation.DueOffers.Due;
import dev.parley.conversation.Inbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of the offers of all conversations, so that the next choice counts the last one: what this program has
 * decided counts at once, what others have, or what sellers have answered, when it is listened to.
 */
final class OfferBook {
    /** What was offered longer ago says nothing of whose turn it is. */
    private static final Duration MEMORY = Duration.ofDays(30);

    /** Two servers see each other's events this late at most. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    /** While there is much to look at, others are listened to this often: each time costs all of the overlap. */
    private static final Duration LATELY = Duration.ofSeconds(1);

    private final Inbox inbox;
    private final DueOffers due;
    private final Workload workload = new Workload();

    /** Those that wait for somebody to become free. */
    private final Map<Long, Due> waiting = new HashMap<>();

    /** What is still to be written down. */
    private final List<ChatEvent> happened = new ArrayList<>();

    /** What was last listened to, and at which version. */
    private final Map<Long, Long> heard = new HashMap<>();

    private Instant followed;

    /**
     * An empty one; the first {@link #follow} reads what it needs.
     *
     * @param inbox where events go
     * @param due where offers stand
     */
    OfferBook(Inbox inbox, DueOffers due) {
        this.inbox = inbox;
        this.due = due;
    }

    Workload workload() {
        return workload;
    }

    boolean hasWaiting() {
        return !waiting.isEmpty();
    }

    /** A conversation waits for somebody to become free, however long that was to last. */
    void waits(Due conversation) {
        waiting.put(conversation.rowId(), conversation);
    }

    void isLookedAt(Due conversation) {
        waiting.remove(conversation.rowId());
    }

    /** Listens to what has become of offers. */
    void follow(Instant now) {
        Instant since = followed == null ? now.minus(MEMORY) : followed.minus(OVERLAP);
        boolean freed = false;
        Map<Long, Long> versions = due.offered(since);
        for (Due offered : news(versions)) {
            freed |= workload.take(offered.rowId(), Offers.of(offered.conversation()));
        }
        // What could not be taken, since something failed, is not heard.
        heard.clear();
        heard.putAll(versions);
        if (freed) {
            wake(now);
        }
        workload.forget(now.minus(MEMORY));
        followed = now;
    }

    /** What has grown since it was last listened to; most of what falls into the overlap has not. */
    private List<Due> news(Map<Long, Long> versions) {
        return due.look(versions.entrySet().stream()
                .filter(offered -> !offered.getValue().equals(heard.get(offered.getKey())))
                .map(Map.Entry::getKey)
                .toList());
    }

    /** The same, unless it was done a moment ago. */
    void followNowAndThen(Instant now) {
        if (now.isAfter(followed.plus(LATELY))) {
            follow(now);
        }
    }

    /** Somebody has become free sooner than was to be expected. */
    private void wake(Instant now) {
        due.settle(waiting.values().stream()
                .map(conversation -> new Again(conversation, now))
                .toList());
        waiting.clear();
    }

    /** What becomes of a conversation counts from now on; it is written down by the next {@link #write}. */
    void append(Due conversation, ChatEvent event) {
        happened.add(event);
        workload.take(conversation.rowId(), Offers.of(conversation.with(event)));
    }

    /**
     * Writes down all that has happened, at once: each by itself would wait for everything else that comes in meanwhile.
     *
     * @param conversations to which it has happened; if it cannot be written, it has not
     */
    void write(List<Due> conversations) {
        if (happened.isEmpty()) {
            return;
        }
        try {
            inbox.receive(List.copyOf(happened));
        } catch (RuntimeException e) {
            conversations.forEach(each -> heard.remove(each.rowId()));
            conversations.forEach(each ->
                    due.look(each.key()).ifPresent(now -> workload.take(now.rowId(), Offers.of(now.conversation()))));
            throw e;
        } finally {
            happened.clear();
        }
    }
}
