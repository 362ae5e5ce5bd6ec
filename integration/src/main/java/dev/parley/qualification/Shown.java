package dev.parley.qualification;

/**
 * A sign of social presence in a message.
 *
 * @param kind {@code affective}, {@code cohesive} or {@code interactive}
 * @param indicator which sign of that kind, by its name in the mapping files
 * @param words that show it
 */
public record Shown(String kind, String indicator, String words) {}
