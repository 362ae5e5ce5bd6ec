package dev.parley.sandbox.login;

import dev.parley.sandbox.schema.Schema;

/**
 * A user that logged in.
 *
 * @param userId the user's id, 18 characters
 * @param schema the org as that user sees it
 */
public record Session(String userId, Schema schema) {}
