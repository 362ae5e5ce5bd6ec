package dev.parley.channel;

import java.time.Instant;

/**
 * A delivery that waits unread, as it is listed.
 *
 * @param id {@code unread-} and a number
 * @param source the channel's name
 * @param receivedAt when it arrived
 * @param mediaType of what is kept
 * @param size in bytes
 * @param place the line of the file that did not fit, or null
 * @param reason why it could not be read, without personal text
 */
public record UnreadEntry(
        String id, String source, Instant receivedAt, String mediaType, int size, String place, String reason) {}
