package dev.parley.sandbox.streaming;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.schema.SObjectType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** A client that shook hands: what it subscribed to, what waits for it, and the long poll that it has open. */
final class Subscriber {
    private static final int MOST_WAITING = 10_000;

    private final String id;
    private final Map<String, VisibleFields> entities = new HashMap<>();
    private final Deque<ObjectNode> waiting = new ArrayDeque<>();
    private Runnable poll;
    private final LongSupplier now;
    private boolean connected;
    private long heardAt;

    /** @param now the time, in milliseconds */
    Subscriber(String id, LongSupplier now) {
        this.id = id;
        this.now = now;
        this.heardAt = now.getAsLong();
    }

    String id() {
        return id;
    }

    synchronized void heard() {
        heardAt = now.getAsLong();
    }

    /** Whether it has neither had a poll open nor said anything for that long. */
    synchronized boolean silent(long millis) {
        return poll == null && now.getAsLong() - heardAt > millis;
    }

    /** True the first time, when Salesforce answers at once. */
    synchronized boolean firstConnect() {
        boolean first = !connected;
        connected = true;
        return first;
    }

    /** Subscribes to what the user sees of that type. */
    synchronized void subscribe(SObjectType entity, Iterable<ChangeEvent> missed) {
        entities.put(entity.name(), new VisibleFields(entity));
        missed.forEach(this::add);
        wake();
    }

    synchronized void unsubscribe(String entity) {
        entities.remove(entity);
    }

    synchronized void offer(ChangeEvent event) {
        if (entities.containsKey(event.entity())) {
            add(event);
            wake();
        }
    }

    private void add(ChangeEvent event) {
        if (waiting.size() < MOST_WAITING) {
            ObjectNode message =
                    JsonNodeFactory.instance.objectNode().put("channel", ChangeEvent.channel(event.entity()));
            ObjectNode data = message.putObject("data").put("schema", "schema-of-" + event.entity());
            data.set("payload", entities.get(event.entity()).of(event.payload()));
            data.putObject("event").put("replayId", event.replayId());
            waiting.add(message);
        }
    }

    /** Runs that as soon as something waits, at once if it does; an older poll is answered first. */
    synchronized void poll(Runnable answer) {
        wakeAnyway();
        poll = answer;
        if (!waiting.isEmpty()) {
            wake();
        }
    }

    /** Answers the open poll, if there is one, with whatever waits. */
    synchronized void wakeAnyway() {
        Runnable open = poll;
        poll = null;
        if (open != null) {
            heard();
            open.run();
        }
    }

    private void wake() {
        wakeAnyway();
    }

    /** Takes what waits. */
    synchronized ArrayNode drain() {
        ArrayNode messages = JsonNodeFactory.instance.arrayNode();
        waiting.forEach(messages::add);
        waiting.clear();
        return messages;
    }
}
