package dev.parley.rehearsal;

import dev.parley.mapping.Place;
import java.util.List;

/**
 * Something in a preview that its reader may not expect.
 *
 * @param kind of surprise
 * @param what it is, for people; no personal text
 * @param place the mapping line, or null where no line is to blame
 * @param conversations how many it touches
 * @param examples a few of them, as {@code source:id}
 */
public record Surprise(Kind kind, String what, Place place, int conversations, List<String> examples) {

    /** The kinds there are; of those that touch as many conversations, the first one counts for more. */
    public enum Kind {
        /** A mapping file fails at a record. */
        NOT_MADE,
        /** A field without which Salesforce refuses a new record has no value. */
        REQUIRED_BLANK,
        /** A person should look at the match. */
        REVIEW,
        /** The match is acted on, but not very sure. */
        UNSURE,
        /** A value is longer than the field may be. */
        CUT,
        /** What should be said is not known, so the default stands in. */
        DEFAULT,
        /** Several conversations write to one record. */
        SHARED,
        /** A conversation makes far more records than others. */
        MANY,
        /** A conversation makes no record at all. */
        NOTHING
    }
}
