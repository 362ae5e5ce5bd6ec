package dev.parley.sandbox.streaming;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A change event as subscribers get it.
 *
 * @param replayId its place among all events; a later one has a higher one, though not the next
 * @param entity API name of the object type
 * @param at when it was published
 * @param payload the header and the fields
 */
record ChangeEvent(long replayId, String entity, Instant at, ObjectNode payload) {

    /** The channel of this object type's events. */
    static String channel(String entity) {
        return "/data/" + (entity.endsWith("__c") ? entity.substring(0, entity.length() - 1) : entity) + "ChangeEvent";
    }
}
