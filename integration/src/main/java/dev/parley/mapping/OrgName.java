package dev.parley.mapping;

/**
 * Something of the org that a file beside the records names.
 *
 * @param name as the file writes it
 * @param place where
 */
record OrgName(Kind kind, String name, Place place) {
    enum Kind {
        /** A seller who is asked by mail, by the address of their user. */
        SELLER,
        /** Who holds meetings, by address. */
        HOST,
        /** A username or the API name of a queue, who is given records. */
        OWNER,
        /** A stage of opportunities. */
        STAGE,
        /** A field of accounts. */
        ACCOUNT_FIELD
    }
}
