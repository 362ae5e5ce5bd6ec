package dev.parley.mapping;

import java.util.List;

/**
 * How one sign of social presence is told in one language.
 *
 * @param category {@code affective}, {@code interactive} or {@code cohesive}
 * @param name of the sign, such as {@code humour}
 * @param words words and runs of words that show it
 * @param patterns expressions that show it
 * @param unless expressions beside which neither counts
 */
public record PresenceIndicator(
        String category, String name, List<String> words, List<TalkPattern> patterns, List<TalkPattern> unless) {
    public PresenceIndicator {
        words = List.copyOf(words);
        patterns = List.copyOf(patterns);
        unless = List.copyOf(unless);
    }
}
