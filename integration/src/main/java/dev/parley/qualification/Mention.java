package dev.parley.qualification;

/**
 * Something that a message mentions.
 *
 * @param kind {@code name}, {@code company}, {@code title}, {@code email}, {@code phone} (E.164), {@code product},
 *     {@code competitor}, {@code amount} (as {@code 1490 USD}), {@code seats}, {@code date} or {@code deadline} (ISO 8601)
 * @param value in one form, whatever was written
 * @param quote the sentence that mentions it
 */
public record Mention(String kind, String value, String quote) {}
