package dev.parley.sandbox.sharing;

import dev.parley.sandbox.schema.Schema;

/**
 * What one user may do.
 *
 * @param userId the user's id, 18 characters
 * @param schema the object types and fields as the user sees them
 * @param sharing the records that the user reaches; good for one transaction
 */
public record Rights(String userId, Schema schema, Sharing sharing) {}
