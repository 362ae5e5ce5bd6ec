package dev.parley.sandbox.calls;

import java.time.Instant;
import java.util.List;

/**
 * One call of the API.
 *
 * @param client what the caller named itself in {@code Sforce-Call-Options}, null for nothing
 * @param cost how many calls Salesforce would count
 * @param subrequests method and address of each request that a composite or a graph was made of, in the order they were
 *     answered; they cost nothing of their own
 */
public record ApiCall(
        String method,
        String path,
        String query,
        String client,
        int cost,
        int status,
        Instant at,
        List<String> subrequests) {}
