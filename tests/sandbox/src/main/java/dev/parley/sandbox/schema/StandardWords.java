package dev.parley.sandbox.schema;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code standard-words.txt}: what Salesforce's fields and values are called in other languages. In Persian
 * Salesforce has no words for them: there they are those of an org whose administrator has given them names.
 */
final class StandardWords {
    private static final List<String> LANGUAGES = List.of("en", "sv", "de", "zh", "fa");
    private static final Map<String, Map<String, String>> WORDS = read();

    private StandardWords() {}

    /** The languages, without English. */
    static List<String> languages() {
        return LANGUAGES.subList(1, LANGUAGES.size());
    }

    /** What is so called in English, in that language. */
    static Optional<String> of(String english, String language) {
        return Optional.ofNullable(WORDS.getOrDefault(english, Map.of()).get(language));
    }

    private static Map<String, Map<String, String>> read() {
        Map<String, Map<String, String>> words = new HashMap<>();
        for (String line : StandardObjects.lines("standard-words.txt")) {
            List<String> parts =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            if (parts.size() != LANGUAGES.size()) {
                throw new IllegalStateException("standard-words.txt: not one word in each language: " + line);
            }
            Map<String, String> others = new HashMap<>();
            for (int at = 1; at < LANGUAGES.size(); at++) {
                others.put(LANGUAGES.get(at), parts.get(at));
            }
            words.put(parts.get(0), others);
        }
        return Map.copyOf(words);
    }
}
