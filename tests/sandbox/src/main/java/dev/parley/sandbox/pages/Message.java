package dev.parley.sandbox.pages;

import java.time.Instant;
import java.util.List;

/**
 * A message of a transcript.
 *
 * @param at when it was written, null where that is not known
 * @param role the author's role, such as {@code visitor}; empty where that is not known
 * @param name the author's name, empty where it is not known
 * @param edited whether somebody changed it later
 * @param isPrivate whether it is a note that the visitor never saw
 * @param isWhole false if a piece of it is missing
 */
record Message(
        Instant at,
        String role,
        String name,
        String text,
        boolean edited,
        boolean isPrivate,
        List<Attachment> attachments,
        boolean isWhole) {

    /** A file that came with a message; both may be empty. */
    record Attachment(String name, String url) {}
}
