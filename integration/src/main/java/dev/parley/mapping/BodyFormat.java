package dev.parley.mapping;

/** How the body of a webhook is written. */
public enum BodyFormat {
    /** JSON (RFC 8259). */
    JSON,
    /** {@code application/x-www-form-urlencoded}: an object of texts. */
    FORM
}
