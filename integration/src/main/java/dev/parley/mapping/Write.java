package dev.parley.mapping;

/** When a mapped field is written to a record that is there already. */
public enum Write {
    /** Only when the record is made. */
    CREATE,
    /** Also later, while the field is empty in the CRM. */
    IF_BLANK,
    /** Follows the conversation until a person changes the field. */
    ALWAYS
}
