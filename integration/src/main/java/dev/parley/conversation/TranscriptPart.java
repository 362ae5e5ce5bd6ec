package dev.parley.conversation;

import java.time.Instant;

/**
 * A part of a transcript that fits into one record of the CRM.
 *
 * @param sequence from 1
 * @param firstPosition {@link Position#encoded} of its first message
 * @param firstAt time of its first message
 * @param lastAt time of its last message
 * @param body one message a line as JSON; empty for a part that is no longer needed
 * @param hash SHA-256 of the body in hexadecimal
 */
public record TranscriptPart(
        int sequence, byte[] firstPosition, Instant firstAt, Instant lastAt, String body, String hash) {}
