package dev.parley.sandbox.saving;

import dev.parley.sandbox.schema.Schema;

/**
 * Who asks, and what for.
 *
 * @param userId the acting user, 18 characters
 * @param schema the org as that user sees it
 * @param options what the request's headers say of saving
 */
public record Caller(String userId, Schema schema, SaveOptions options) {}
