package dev.parley.sandbox.pages;

import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.Schema;
import java.util.Optional;

/** Knows what each user may see. */
@FunctionalInterface
public interface Eyes {
    /**
     * The org as a user sees it.
     *
     * @param user the user's id or username; empty for the administrator
     * @return empty where there is no such user
     */
    Optional<Schema> of(String user, Records records);

    /** The records as a user sees them, who is there. */
    default Records records(String user, Records all) {
        return all;
    }

    /**
     * A user's own record.
     *
     * @param user as in {@link #of}
     * @return empty where it is not known
     */
    default Optional<SObject> user(String user, Records records) {
        return Optional.empty();
    }
}
