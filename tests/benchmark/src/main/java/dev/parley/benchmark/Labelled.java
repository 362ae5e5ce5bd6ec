package dev.parley.benchmark;

import java.util.Set;

/**
 * A message of which people said what it is.
 *
 * @param functions names as the contract has them; null if nobody said
 * @param wantsHuman whether it asks for a person; null if nobody said
 * @param trap what it is easily taken for: {@code handoff-word} or {@code calendar}; null if nothing
 * @param presence categories of social presence; null if nobody said
 */
record Labelled(
        String text, String language, Set<String> functions, Boolean wantsHuman, String trap, Set<String> presence) {

    /** Holds a word that people use when they ask for a person, and does not ask for one. */
    static final String HANDOFF_WORD = "handoff-word";

    /** Speaks of dates and appointments, and books no meeting. */
    static final String CALENDAR = "calendar";
}
