package dev.parley.mapping;

import dev.parley.conversation.Person;
import dev.parley.conversation.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a mail tells of one conversation.
 *
 * @param id the conversation's id in its source, or null if the mail does not name it
 * @param channel the medium inside the source
 * @param visitor what is known of the visitor
 * @param page the page's {@code url}, {@code title} and {@code referrer}, as far as they are known
 * @param department or null
 * @param started when it began
 * @param ended when it ended, never before it began
 * @param lines what was said, at least one, in the mail's order
 */
public record MailedTranscript(
        String id,
        String channel,
        Person visitor,
        Map<String, String> page,
        String department,
        Instant started,
        Instant ended,
        List<Line> lines) {

    /**
     * One message.
     *
     * @param time when it was written
     * @param role who wrote it
     * @param author their shown name, or null
     * @param text may have several lines
     */
    public record Line(Instant time, Role role, String author, String text) {}

    /** Nothing of what it says. */
    @Override
    public String toString() {
        return "MailedTranscript[" + lines.size() + " lines]";
    }
}
