package dev.parley.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * The CloudEvents 1.0 attributes of an event and its data as they arrived.
 *
 * @param id unique within {@code source}; 1 to 255 characters
 * @param source the channel's name; 1 to 79 characters
 * @param type one of the types of {@link ChatEvent}
 * @param subject the conversation's id in its source; 1 to 255 characters; null only for meetings whose service names
 *     no conversation
 * @param time when it happened
 * @param sequence the CloudEvents {@code sequence} extension, ordered as text; empty if there is none
 * @param data all that was sent, unknown fields included; never null
 */
public record Envelope(
        String id, String source, String type, String subject, Instant time, String sequence, ObjectNode data) {

    /** Where the event stands in its conversation. */
    public Position position() {
        return new Position(time, sequence, id);
    }

    /** The same envelope around other data, for what must be changed before it is stored. */
    public Envelope withData(ObjectNode other) {
        return new Envelope(id, source, type, subject, time, sequence, other);
    }
}
