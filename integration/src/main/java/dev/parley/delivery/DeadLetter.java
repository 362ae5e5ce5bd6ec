package dev.parley.delivery;

import dev.parley.conversation.ConversationKey;
import java.time.Instant;

/**
 * A record that was laid aside, with all that is needed to mend it.
 *
 * @param id of the dead letter
 * @param conversation the conversation it belongs to
 * @param sobject API name of the record's object type
 * @param key Parley's key of the record
 * @param place the line of the mapping file, or null
 * @param code the CRM's error code, or Parley's own in lower case
 * @param message the CRM's own words
 * @param at when it was laid aside
 * @param discarded true once a person decided that it may stay undone
 */
public record DeadLetter(
        String id,
        ConversationKey conversation,
        String sobject,
        String key,
        String place,
        String code,
        String message,
        Instant at,
        boolean discarded) {}
