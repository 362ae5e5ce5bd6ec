package dev.parley.conversation;

import java.time.Instant;

/**
 * What the messages of a conversation add up to; only those count that are neither private, nor the system's, nor
 * deleted.
 *
 * @param messages how many count
 * @param visitorMessages how many of them the visitor (or a peer) wrote
 * @param agentMessages how many of them an agent wrote
 * @param lastAt time of the last one, or null if none counts
 * @param lastRole who wrote the last one, or null
 * @param firstResponseSeconds from the visitor's first message to the first agent's answer after it, or null
 */
public record Tally(
        int messages,
        int visitorMessages,
        int agentMessages,
        Instant lastAt,
        Role lastRole,
        Long firstResponseSeconds) {

    /** Nothing was said. */
    public static final Tally NONE = new Tally(0, 0, 0, null, null, null);
}
