package dev.parley.qualification;

/**
 * What a message is used for.
 *
 * @param function such as {@code purchase-decision}
 * @param confidence from 0 to 1
 * @param evidence the rule or the words that it rests on; may be empty
 */
public record Use(String function, double confidence, String evidence) {}
