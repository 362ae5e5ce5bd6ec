package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A message as its posts, edits and deletion together make it, in whatever order they came. An edit that comes before
 * its post waits here for it.
 *
 * @param id unique within the conversation
 * @param posted where its earliest post stands, or null while only an edit or a deletion is known
 * @param post what that post said, or null
 * @param text the latest text, or null while none is known
 * @param edited true once somebody changed it
 * @param deleted true once somebody took it back; it then no longer counts
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record MessageState(
        String id, Position posted, Message post, Latest<String> text, boolean edited, boolean deleted) {

    static MessageState unknown(String id) {
        return new MessageState(id, null, null, null, false, false);
    }

    /** After a post; the earliest says who wrote it, the latest what it says. */
    MessageState posted(Position at, Message message) {
        boolean earliest = posted == null || at.compareTo(posted) < 0;
        return new MessageState(
                id, earliest ? at : posted, earliest ? message : post, latest(at, message.text()), edited, deleted);
    }

    /** After an edit. */
    MessageState edited(Position at, String newText) {
        return new MessageState(id, posted, post, latest(at, newText), true, deleted);
    }

    /** After its deletion. */
    MessageState removed() {
        return new MessageState(id, posted, post, text, edited, true);
    }

    /** Whether it counts: neither private, nor the system's, nor deleted, nor still without its post. */
    @JsonIgnore
    public boolean counts() {
        return shows(false);
    }

    /** Whether it belongs into a transcript; as {@link #counts}, but with private notes if they are wanted. */
    boolean shows(boolean privateNotes) {
        return post != null && !deleted && post.author().role() != Role.SYSTEM && (privateNotes || !post.hidden());
    }

    private Latest<String> latest(Position at, String newText) {
        if (newText == null) {
            return text;
        }
        Latest<String> said = new Latest<>(at, newText);
        return text == null ? said : text.or(said);
    }
}
