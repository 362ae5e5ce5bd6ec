package dev.parley.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All conversations of the service, and what of them Parley has not acknowledged yet. An event is on the disk before
 * anybody hears of it; the same event told twice is there once.
 */
final class Talks implements AutoCloseable {
    /** The service's name among the sources of Parley. */
    static final String SOURCE = "site";

    private static final int MOST = 20_000;

    /** Hears of every event, in order. */
    interface Listener {
        void heard(Talk talk, ObjectNode event, int place);
    }

    private final Map<String, Talk> talks = new LinkedHashMap<>();
    private final Map<String, ObjectNode> unacknowledged = new LinkedHashMap<>();
    private final List<Listener> listeners = new ArrayList<>();
    private final Clock clock;
    private final ChatLog log;
    private long lastNumber;
    private final Presence presence;

    Talks(Path file, Clock clock) {
        this.clock = clock;
        this.presence = new Presence(clock);
        this.log = ChatLog.open(file, this::replay);
    }

    private void replay(ObjectNode line) {
        if (line.has("event")) {
            ObjectNode event = (ObjectNode) line.path("event");
            unacknowledged.put(event.path("id").asText(), event);
            apply(event, line.path("key").asText());
        } else if (line.has("from")) {
            ObjectNode event = (ObjectNode) line.path("from");
            lastNumber = Math.max(lastNumber, event.path("number").asLong());
            find(event.path("subject").asText()).ifPresent(talk -> talk.apply(event));
        } else if (line.has("ack")) {
            unacknowledged.remove(line.path("ack").asText());
        } else if (line.has("read")) {
            find(line.path("read").asText())
                    .ifPresent(talk -> talk.read(
                            line.path("by").asText(), line.path("place").asInt()));
        } else {
            presence.replay(line);
        }
    }

    private Talk apply(ObjectNode event, String key) {
        Talk talk = talks.computeIfAbsent(event.path("subject").asText(), id -> new Talk(id, key));
        talk.apply(event);
        return talk;
    }

    synchronized void listen(Listener listener) {
        listeners.add(listener);
    }

    synchronized Optional<Talk> find(String id) {
        return Optional.ofNullable(talks.get(id));
    }

    /** The visitor's own conversation, if the key is its key. */
    synchronized Optional<Talk> find(String id, String key) {
        return find(id).filter(talk -> !key.isEmpty() && talk.key().equals(key));
    }

    synchronized Collection<Talk> all() {
        return List.copyOf(talks.values());
    }

    /** Opens a conversation. The same key opens it once. */
    synchronized Talk start(String key, ObjectNode data) {
        for (Talk talk : talks.values()) {
            if (talk.key().equals(key)) {
                return talk;
            }
        }
        if (talks.size() >= MOST) {
            throw new IllegalStateException(
                    "The sandbox's chat service holds no more than " + MOST + " conversations.");
        }
        String id = HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits());
        tell(id, key, "start", "chat.conversation.started", data);
        return talks.get(id);
    }

    /** Something happened in a conversation; {@code name} is unique within it. */
    synchronized void tell(Talk talk, String name, String type, ObjectNode data) {
        if (talk.place(talk.id() + "-" + name) < 0) {
            tell(talk.id(), talk.key(), name, type, data);
        }
    }

    /** Something happened that nobody will tell twice. */
    synchronized void tell(Talk talk, String type, ObjectNode data) {
        tell(talk, "n" + talk.events().size(), type, data);
    }

    private void tell(String talkId, String key, String name, String type, ObjectNode data) {
        Talk before = talks.get(talkId);
        int place = before == null ? 0 : before.events().size();
        ObjectNode event = Json.object()
                .put("specversion", "1.0")
                .put("id", talkId + "-" + name)
                .put("source", SOURCE)
                .put("type", type)
                .put("subject", talkId)
                .put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("sequence", "%06d".formatted(place));
        event.set("data", data);
        ObjectNode line = Json.object().put("key", key);
        log.append(line.set("event", event));
        unacknowledged.put(event.path("id").asText(), event);
        Talk talk = apply(event, key);
        List.copyOf(listeners).forEach(listener -> listener.heard(talk, event, place));
    }

    /** What Parley says; once each, however often it is sent. */
    synchronized void hear(ObjectNode event) {
        Optional<Talk> talk = find(event.path("subject").asText());
        if (talk.isPresent() && talk.get().place(event.path("id").asText()) >= 0) {
            return;
        }
        ObjectNode line = Json.object();
        log.append(line.set("from", event));
        lastNumber = Math.max(lastNumber, event.path("number").asLong());
        talk.ifPresent(found -> {
            int place = found.events().size();
            found.apply(event);
            List.copyOf(listeners).forEach(listener -> listener.heard(found, event, place));
        });
    }

    /** Parley has an event, or will never take it: it is not sent again. */
    synchronized void settled(String eventId) {
        if (unacknowledged.remove(eventId) != null) {
            log.append(Json.object().put("ack", eventId));
        }
    }

    synchronized List<ObjectNode> unacknowledged() {
        return List.copyOf(unacknowledged.values());
    }

    /** The number of the last of Parley's events that is safe here. */
    synchronized long lastNumber() {
        return lastNumber;
    }

    /** The time by the clock that events are told by. */
    String now() {
        return clock.instant().toString();
    }

    /** Whether anybody is there to chat. */
    synchronized boolean isOpen() {
        return presence.isOpen();
    }

    /** Whether anybody is there, and until when, for the pages. */
    synchronized ObjectNode hours() {
        ObjectNode hours = Json.object().put("type", "hours").put("open", presence.isOpen());
        presence.changes().ifPresent(at -> hours.put("until", at.toString()));
        presence.since().ifPresent(at -> hours.put("since", at.toString()));
        return hours;
    }

    /** An agent opens or closes the chat, until the opening hours change next. */
    synchronized void open(boolean now) {
        log.append(presence.say(now));
    }

    /** The opening hours, an empty object where there are none. */
    synchronized JsonNode calendar() {
        return presence.calendar();
    }

    /**
     * Keeps other opening hours from now on.
     *
     * @throws IllegalArgumentException that says what is wrong with them
     */
    synchronized void keep(JsonNode calendar) {
        log.append(presence.keep(calendar));
    }

    /** A side, {@code agent} or {@code visitor}, has seen everything up to a place. */
    synchronized void read(Talk talk, String by, int place) {
        if (talk.read(by, place)) {
            log.append(Json.object().put("read", talk.id()).put("by", by).put("place", place));
        }
    }

    @Override
    public synchronized void close() {
        log.close();
    }
}
