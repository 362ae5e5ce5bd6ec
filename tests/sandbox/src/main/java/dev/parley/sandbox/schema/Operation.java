package dev.parley.sandbox.schema;

/** What a user may be allowed to do with the records of an object type. */
public enum Operation {
    /** Make records. */
    CREATE,
    /** See records. */
    READ,
    /** Change records. */
    EDIT,
    /** Delete records. */
    DELETE
}
