package dev.parley.talk;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was understood of one message.
 *
 * @param language ISO 639-1 code, or {@code und} if the text shows none
 * @param purposes its functions in falling order of confidence, the primary one first; none if it has none
 * @param signs of social presence, in the order of the categories
 */
public record Reading(String language, List<Purpose> purposes, List<Sign> signs) {

    /** What stands for no language (BCP 47). */
    public static final String UNDETERMINED = "und";

    public Reading {
        purposes = List.copyOf(purposes);
        signs = List.copyOf(signs);
    }

    /** Whether the speaker asks for a person. */
    public boolean wantsHuman() {
        return has("wants-human");
    }

    /** Whether the message has the function of this name. */
    public boolean has(String function) {
        return purposes.stream().anyMatch(purpose -> purpose.name().equals(function));
    }

    /** The categories of social presence that it shows, in alphabetical order. */
    public Set<String> presence() {
        Set<String> categories = new TreeSet<>();
        signs.forEach(sign -> categories.add(sign.category()));
        return categories;
    }
}
