package dev.parley.report;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The words of what somebody says, whatever the language: of scripts without spaces, pairs of characters. */
final class Wording {

    /** Fewer say too little to be called the same. */
    private static final int FEWEST = 3;

    /** Of all words of two messages, so many in both make them the same. */
    private static final double ALIKE = 0.6;

    private static final int MOST_CHARACTERS = 2_000;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern IDEOGRAPHS = Pattern.compile("\\p{IsHan}{2,}");

    private Wording() {}

    static Set<String> of(String text) {
        String head = text.substring(0, Math.min(MOST_CHARACTERS, text.length()));
        Set<String> words = new HashSet<>();
        for (String word : BETWEEN.split(head.toLowerCase(Locale.ROOT))) {
            if (IDEOGRAPHS.matcher(word).matches()) {
                words.addAll(pairs(word));
            } else if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static Set<String> pairs(String word) {
        List<String> characters =
                word.codePoints().mapToObj(Character::toString).toList();
        return IntStream.range(0, characters.size() - 1)
                .mapToObj(i -> characters.get(i) + characters.get(i + 1))
                .collect(Collectors.toSet());
    }

    /** Whether one says what the other says. */
    static boolean alike(Set<String> one, Set<String> other) {
        if (Math.min(one.size(), other.size()) < FEWEST) {
            return false;
        }
        long both = one.stream().filter(other::contains).count();
        return both >= ALIKE * (one.size() + other.size() - both);
    }
}
