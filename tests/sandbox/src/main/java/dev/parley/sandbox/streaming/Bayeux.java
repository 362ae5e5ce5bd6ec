package dev.parley.sandbox.streaming;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.schema.SObjectType;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Answers the messages of the Bayeux protocol 1.0 as Salesforce does; connecting itself is the route's matter. */
final class Bayeux {
    /** Salesforce ends a long poll after that long, in milliseconds. */
    static final int TIMEOUT = 110_000;

    private static final int SILENCE = 40_000;
    private static final int ID_BITS = 130;
    private static final int BASE_36 = 36;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Subscriber> subscribers = new ConcurrentHashMap<>();
    private final EventBus bus;

    Bayeux(EventBus bus) {
        this.bus = bus;
        bus.onEvent(event -> subscribers.values().forEach(subscriber -> subscriber.offer(event)));
    }

    Optional<Subscriber> subscriber(JsonNode message) {
        subscribers.values().removeIf(subscriber -> subscriber.silent(SILENCE));
        Optional<Subscriber> known =
                Optional.ofNullable(subscribers.get(message.path("clientId").asText()));
        known.ifPresent(Subscriber::heard);
        return known;
    }

    /**
     * The answer to a message other than a connect.
     *
     * @param follows the object types whose changes the user may follow
     */
    ObjectNode answer(JsonNode message, Function<String, Optional<SObjectType>> follows) {
        String channel = message.path("channel").asText();
        if (channel.equals("/meta/handshake")) {
            return handshake(message);
        }
        Optional<Subscriber> subscriber = subscriber(message);
        if (subscriber.isEmpty()) {
            return unknownClient(message);
        }
        return switch (channel) {
            case "/meta/subscribe" -> subscribe(subscriber.get(), message, follows);
            case "/meta/unsubscribe" -> unsubscribe(subscriber.get(), message);
            case "/meta/disconnect" -> disconnect(subscriber.get(), message);
            default -> refused(message, "403:denied_by_security_policy:publish_denied");
        };
    }

    private ObjectNode handshake(JsonNode message) {
        boolean polls = message.path("supportedConnectionTypes").valueStream().anyMatch(type -> type.asText()
                .equals("long-polling"));
        if (!polls) {
            return refused(
                    message,
                    "400::Invalid connection type "
                            + message.path("supportedConnectionTypes").path(0).asText());
        }
        String id = new BigInteger(ID_BITS, random).toString(BASE_36);
        subscribers.put(id, new Subscriber(id, () -> bus.now().toEpochMilli()));
        ObjectNode answer = accepted(message)
                .put("version", "1.0")
                .put("minimumVersion", "1.0")
                .put("clientId", id);
        answer.putArray("supportedConnectionTypes").add("long-polling");
        answer.putObject("ext").put("replay", true).put("payload.format", true);
        return answer;
    }

    private ObjectNode subscribe(
            Subscriber subscriber, JsonNode message, Function<String, Optional<SObjectType>> follows) {
        String channel = message.path("subscription").asText();
        Optional<SObjectType> entity = entity(channel).flatMap(follows);
        ObjectNode answer;
        if (entity.isEmpty()) {
            answer =
                    refused(message, "400::The channel you requested to subscribe to does not exist {" + channel + "}");
        } else {
            long replayId = message.path("ext").path("replay").path(channel).asLong(EventBus.NEW);
            answer = bus.since(entity.get().name(), replayId)
                    .map(missed -> subscribed(subscriber, entity.get(), missed, message))
                    .orElseGet(() -> refused(
                            message,
                            "400::The replayId {" + replayId
                                    + "} you provided was invalid.  Please provide a valid ID, -2 to replay all events, or -1"
                                    + " to replay only new events."));
        }
        return answer.put("subscription", channel);
    }

    private static ObjectNode subscribed(
            Subscriber subscriber, SObjectType entity, List<ChangeEvent> missed, JsonNode message) {
        subscriber.subscribe(entity, missed);
        return accepted(message).put("clientId", subscriber.id());
    }

    private static ObjectNode unsubscribe(Subscriber subscriber, JsonNode message) {
        String channel = message.path("subscription").asText();
        entity(channel).ifPresent(subscriber::unsubscribe);
        return accepted(message).put("clientId", subscriber.id()).put("subscription", channel);
    }

    private ObjectNode disconnect(Subscriber subscriber, JsonNode message) {
        subscribers.remove(subscriber.id());
        subscriber.wakeAnyway();
        return accepted(message).put("clientId", subscriber.id());
    }

    private static Optional<String> entity(String channel) {
        return ChangeCapture.SELECTED.stream()
                .filter(entity -> ChangeEvent.channel(entity).equals(channel))
                .findFirst();
    }

    static ObjectNode unknownClient(JsonNode message) {
        ObjectNode answer = refused(message, "403::Unknown client");
        answer.putObject("advice").put("interval", 0).put("reconnect", "handshake");
        return answer;
    }

    /** Who does not log in is told so in Bayeux's words, with HTTP's 200. */
    static ObjectNode unauthenticated(JsonNode message, String reason) {
        boolean handshake = message.path("channel").asText().equals("/meta/handshake");
        ObjectNode answer = refused(message, handshake ? "403::Handshake denied" : reason);
        answer.putObject("advice").put("interval", 0).put("reconnect", "none");
        if (handshake) {
            answer.putObject("ext").putObject("sfdc").put("failureReason", reason);
        }
        return answer;
    }

    static ObjectNode accepted(JsonNode message) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("channel", message.path("channel"));
        if (message.has("id")) {
            answer.set("id", message.path("id"));
        }
        return answer.put("successful", true);
    }

    private static ObjectNode refused(JsonNode message, String error) {
        return accepted(message).put("successful", false).put("error", error);
    }
}
