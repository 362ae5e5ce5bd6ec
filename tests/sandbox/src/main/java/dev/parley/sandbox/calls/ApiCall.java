package dev.parley.sandbox.calls;

import java.time.Instant;

/**
 * One call of the API.
 *
 * @param client what the caller named itself in {@code Sforce-Call-Options}, null for nothing
 * @param cost how many calls Salesforce would count
 */
public record ApiCall(String method, String path, String query, String client, int cost, int status, Instant at) {}
