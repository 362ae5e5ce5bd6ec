package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * A message as the chat service sent it.
 *
 * @param id unique within its conversation
 * @param author who wrote it
 * @param text what it says; may be empty, never null
 * @param contentType media type of the text, or null for plain text
 * @param hidden true for a note that only the company's own people see ({@code private} on the wire)
 * @param cannedReplyId the canned reply it was made from, or null
 * @param replyTo the id of the message it answers, or null
 * @param attachments never null
 * @param time within a transcript, when it was written; null means at the event's time
 */
public record Message(
        String id,
        Author author,
        String text,
        String contentType,
        @JsonProperty("private") boolean hidden,
        String cannedReplyId,
        String replyTo,
        List<Attachment> attachments,
        Instant time) {

    public Message {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }
}
