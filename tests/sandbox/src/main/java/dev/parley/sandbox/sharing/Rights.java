package dev.parley.sandbox.sharing;

import dev.parley.sandbox.schema.Schema;

/**
 * What one user may do.
 *
 * @param userId the user's id, 18 characters
 * @param language the language that the user has chosen, ISO 639-1
 * @param schema the object types and fields as the user sees them
 * @param sharing the records that the user reaches; good for one transaction
 */
public record Rights(String userId, String language, Schema schema, Sharing sharing) {
    /** The same in another language. */
    public Rights in(String other) {
        return new Rights(userId, other, schema, sharing);
    }
}
