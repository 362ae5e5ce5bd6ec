package dev.parley.talk;

/**
 * One sign of social presence in a message.
 *
 * @param category {@code affective}, {@code interactive} or {@code cohesive}
 * @param indicator which sign, such as {@code humour}
 * @param words of the message that show it
 */
public record Sign(String category, String indicator, String words) {}
