package dev.parley.identity;

import java.time.Instant;
import java.util.Set;

/**
 * What a conversation tells besides who its visitor is.
 *
 * @param conversation its key in the store
 * @param startedAt when it began
 * @param lastAt the time of its last event, or null
 * @param campaign the campaign that brought the visitor, or null
 * @param users Salesforce ids of the users who take part in it
 * @param signedId an id of the CRM with the site's signature ({@link SignedIds}), or null
 */
public record Talk(
        long conversation, Instant startedAt, Instant lastAt, String campaign, Set<String> users, String signedId) {

    /** Nothing is known of it. */
    public static final Talk SILENT = new Talk(0, Instant.EPOCH, null, null, Set.of(), null);

    public Talk {
        users = Set.copyOf(users);
    }
}
