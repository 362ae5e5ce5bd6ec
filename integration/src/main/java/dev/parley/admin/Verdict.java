package dev.parley.admin;

/** How a check ended. */
enum Verdict {
    /** As it must be. */
    OK,
    /** Works, but a person should know. */
    WARNING,
    /** Must be mended. */
    FAILED
}
