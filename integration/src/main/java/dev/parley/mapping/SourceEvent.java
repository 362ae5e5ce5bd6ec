package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * One entry of a source file: a kind of event that a body may hold.
 *
 * @param pointer where in the file it stands
 * @param each expression for the list that it makes an event of each element of, or null
 * @param when expression for whether it applies, or null
 * @param subject expression for the conversation's id, or null
 * @param time expression for when it happened, or null
 * @param sequence expression for the order among events of one time, or null
 * @param data what it says, or null
 */
record SourceEvent(
        String pointer,
        Expression each,
        Expression when,
        String type,
        Expression id,
        Expression subject,
        Expression time,
        Expression sequence,
        DataTree data) {

    /**
     * Gives the events that the entry makes of a delivery.
     *
     * @throws MappingFailed if one of them cannot be made; those given before it are worth nothing then
     */
    void translate(String source, Scope scope, Instant receivedAt, Consumer<ObjectNode> events) {
        scope.each(each)
                .filter(inner -> inner.holds(when))
                .forEach(inner -> events.accept(event(source, inner, receivedAt)));
    }

    private ObjectNode event(String source, Scope scope, Instant receivedAt) {
        String value = scope.text(id);
        if (value == null) {
            throw new MappingFailed(id.place(), "'id' gives no value");
        }
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", value)
                .put("source", source)
                .put("type", type);
        put(event, "subject", scope.text(subject));
        String happened = scope.text(time);
        event.put("time", happened == null ? receivedAt.toString() : happened);
        put(event, "sequence", scope.text(sequence));
        JsonNode said = data == null ? null : data.of(scope);
        if (said != null) {
            event.set("data", said);
        }
        return event;
    }

    private static void put(ObjectNode event, String name, String value) {
        if (value != null) {
            event.put(name, value);
        }
    }
}
