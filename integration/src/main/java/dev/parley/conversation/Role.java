package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody is in a conversation; a peer is another customer. */
public enum Role {
    VISITOR,
    AGENT,
    BOT,
    SYSTEM,
    PEER;

    /** The word used in events and transcripts. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
