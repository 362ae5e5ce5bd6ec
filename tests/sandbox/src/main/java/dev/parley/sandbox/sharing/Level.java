package dev.parley.sandbox.sharing;

/** How far a user reaches a record; each level holds those before it. */
enum Level {
    /** The record is not there. */
    NONE,
    /** It is seen. */
    READ,
    /** It is changed. */
    EDIT,
    /** It is deleted and given away, as its owner does. */
    FULL;

    boolean reaches(Level other) {
        return compareTo(other) >= 0;
    }

    Level or(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
