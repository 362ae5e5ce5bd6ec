package dev.parley.identity;

import java.time.Instant;

/**
 * What a person's decision taught: to whom an address or a domain belongs from then on.
 *
 * @param key what it is known by, see {@link LinkKeys}
 * @param accountId or null for no account
 * @param contactId or null
 * @param leadId or null
 * @param at when it was decided
 */
public record Learned(String key, String accountId, String contactId, String leadId, Instant at) {}
