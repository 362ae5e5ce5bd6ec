package dev.parley.handoff;

import dev.parley.conversation.ChatEvent;
import java.time.Instant;

/** What is done next about a conversation that may be offered. */
sealed interface Move {

    /** Something happens to its offers: the event that says so. */
    record Write(ChatEvent event) implements Move {}

    /** Nothing before that time, unless something is said or answered. */
    record Look(Instant at) implements Move {}

    /** Nothing before something is said or answered. */
    record Rest() implements Move {}
}
