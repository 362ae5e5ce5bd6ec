package dev.parley.mapping;

/** How bad a finding is. */
public enum Level {
    /** The file cannot be used. */
    ERROR,
    /** The file works, but hardly as it was meant. */
    WARNING,
    /** Nothing is wrong, but something could not be looked at. */
    NOTE
}
