package dev.parley.talk;

/** Places sentences so that those which mean the same lie together. */
interface Meaning {

    /** Where a sentence lies: a vector of length 1. */
    float[] of(String sentence);

    /** How many numbers that is. */
    int size();

    /** Whether sentences of this language are understood (ISO 639-1). */
    boolean knows(String language);
}
