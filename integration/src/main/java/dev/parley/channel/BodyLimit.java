package dev.parley.channel;

/** How long a body may be. */
interface BodyLimit {

    /** The longest body, in bytes. */
    int mostBytes();

    /** The problem of a longer one. */
    Problem tooLong();
}
