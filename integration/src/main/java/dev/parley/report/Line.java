package dev.parley.report;

import dev.parley.conversation.Author;
import dev.parley.conversation.MessageState;
import dev.parley.conversation.Role;
import dev.parley.qualification.Note;
import java.time.Instant;

/**
 * A message of a conversation.
 *
 * @param said as it was sent
 * @param note what was read out of it
 */
record Line(MessageState said, Note note) {

    Role role() {
        return said.post().author().role();
    }

    Instant at() {
        return said.posted().time();
    }

    String text() {
        return said.text().value();
    }

    boolean isCanned() {
        return said.post().cannedReplyId() != null;
    }

    /** Which agent wrote it; the shown name where the service tells no id, and empty where it tells neither. */
    String agent() {
        Author author = said.post().author();
        String named = author.name() == null ? "" : author.name();
        return author.id() == null ? named : author.id();
    }
}
