package dev.parley.talk;

import java.util.Locale;

/** Who says a message. */
public enum Speaker {
    /** Whoever came to the chat. */
    VISITOR,
    /** Another customer. */
    PEER,
    /** One of ours. */
    AGENT,
    /** The chat service's program. */
    BOT,
    /** The chat service itself: nobody speaks. */
    SYSTEM;

    /**
     * The speaker of a role as events have it.
     *
     * @param role such as {@code visitor}; null and unknown ones count as the visitor's
     */
    public static Speaker of(String role) {
        for (Speaker speaker : values()) {
            if (speaker.name().toLowerCase(Locale.ROOT).equals(role)) {
                return speaker;
            }
        }
        return VISITOR;
    }

    /** Whether what this one says is for something that concerns the company: its own people answer, they do not ask. */
    boolean hasPurpose() {
        return this == VISITOR || this == PEER;
    }
}
