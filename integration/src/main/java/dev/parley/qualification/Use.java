package dev.parley.qualification;

/**
 * What a message is used for.
 *
 * @param function such as {@code purchase-decision}
 * @param confidence from 0 to 1
 * @param evidence the sentence that it rests on
 */
public record Use(String function, double confidence, String evidence) {}
