package dev.parley.sandbox.saving;

import dev.parley.sandbox.schema.Schema;
import dev.parley.sandbox.sharing.Rights;
import dev.parley.sandbox.sharing.Sharing;

/**
 * Who asks, and what for.
 *
 * @param rights what the acting user may do
 * @param options what the request's headers say of saving
 */
public record Caller(Rights rights, SaveOptions options) {
    /** The acting user, 18 characters. */
    public String userId() {
        return rights.userId();
    }

    /** The org as that user sees it. */
    public Schema schema() {
        return rights.schema();
    }

    /** The language in which things have their names for that user, ISO 639-1. */
    public String language() {
        return rights.language();
    }

    /** The records that the user reaches. */
    public Sharing sharing() {
        return rights.sharing();
    }
}
