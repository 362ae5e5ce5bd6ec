package dev.parley.talk;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells the language of a message: by its script, by words that only one language has, and else by lingua. */
final class Languages {
    /** Those that the shipped files know and those that are easily taken for them: more cost memory. */
    private static final Language[] NEIGHBOURS = {
        Language.ENGLISH,
        Language.SWEDISH,
        Language.GERMAN,
        Language.DANISH,
        Language.DUTCH,
        Language.FRENCH,
        Language.SPANISH
    };

    /** Fewer letters than these prove nothing against what is known of the conversation. */
    private static final int TELLING = 24;

    /** Words beyond these count as a sentence, which lingua knows better. */
    private static final int FEW_WORDS = 4;

    /** The share of words by which a language is told without asking lingua, which takes a fifth of all the time. */
    private static final double NEARLY_ALL = 0.75;

    private static final int MOST_CHARACTERS = 300;
    private static final Set<String> PERSIAN = Set.of("fa", "ar", "ur", "ps", "ku");

    private final Map<String, Set<String>> vocabularies;

    /** @param vocabularies words by language, of which a short message shows its own */
    Languages(Map<String, Set<String>> vocabularies) {
        this.vocabularies = Map.copyOf(vocabularies);
    }

    /** Loads what is needed only once and takes its time. */
    static void warmUp() {
        Detector.LINGUA.detectLanguageOf("warm");
    }

    /**
     * The language of a text.
     *
     * @param hint what is known already, such as the language of what was said before; null if nothing
     * @return ISO 639-1 code, or {@code und}
     */
    String of(String text, String hint) {
        String known = hint == null ? null : hint.toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
        UnicodeScript script = script(text);
        if (script == null) {
            return known == null ? Reading.UNDETERMINED : known;
        }
        return switch (script) {
            case HAN -> "zh";
            case HIRAGANA, KATAKANA -> "ja";
            case ARABIC -> arabic(text, known);
            case LATIN -> latin(text, known);
            case CYRILLIC, GREEK, HEBREW, HANGUL, THAI, DEVANAGARI -> alone(script);
            default -> Reading.UNDETERMINED;
        };
    }

    private static String alone(UnicodeScript script) {
        return Map.of("CYRILLIC", "ru", "GREEK", "el", "HEBREW", "he", "HANGUL", "ko", "THAI", "th", "DEVANAGARI", "hi")
                .get(script.name());
    }

    /** Persian unless letters say otherwise that it does not have. */
    private static String arabic(String text, String known) {
        if (known != null && PERSIAN.contains(known)) {
            return known;
        }
        boolean arabic = text.chars().anyMatch(c -> "ةىﻻ".indexOf(c) >= 0)
                && text.chars().noneMatch(c -> "پچژگ".indexOf(c) >= 0);
        return arabic ? "ar" : "fa";
    }

    private String latin(String text, String known) {
        List<String> words = Tokens.of(Utterance.lower(text)).stream()
                .filter(word -> Character.isLetter(word.codePointAt(0)))
                .toList();
        int letters = words.stream().mapToInt(String::length).sum();
        if (known != null && (letters < TELLING || words.size() <= FEW_WORDS)) {
            return known;
        }
        String byWords = words.size() <= FEW_WORDS ? byWords(words) : plainly(words);
        if (byWords != null) {
            return byWords;
        }
        String bounded = text.substring(0, Math.min(MOST_CHARACTERS, text.length()));
        Language detected = Detector.LINGUA.detectLanguageOf(bounded);
        if (detected == Language.UNKNOWN) {
            return known == null ? Reading.UNDETERMINED : known;
        }
        String code = detected.getIsoCode639_1().name().toLowerCase(Locale.ROOT);
        return code;
    }

    /** The one language that has nearly all of a longer message's words, and no other half as many; null if there is none. */
    private String plainly(List<String> words) {
        String best = null;
        long most = 0;
        long next = 0;
        for (Map.Entry<String, Set<String>> vocabulary : vocabularies.entrySet()) {
            long known = words.stream().filter(vocabulary.getValue()::contains).count();
            if (known > most) {
                best = vocabulary.getKey();
                next = most;
                most = known;
            } else {
                next = Math.max(next, known);
            }
        }
        return most >= NEARLY_ALL * words.size() && next * 2 <= most ? best : null;
    }

    /** The one language whose vocabulary has most of the words; null if that is not one. */
    private String byWords(List<String> words) {
        Map<String, Long> known = new HashMap<>();
        vocabularies.forEach((language, vocabulary) ->
                known.put(language, words.stream().filter(vocabulary::contains).count()));
        long most = known.values().stream().mapToLong(Long::longValue).max().orElse(0);
        List<String> best = known.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (most == 0) {
            return null;
        }
        // What English and another language share is English more often than not.
        return best.size() == 1 ? best.get(0) : best.contains("en") ? "en" : null;
    }

    /** The script of most letters; null without letters. Japanese is told by its syllables. */
    private static UnicodeScript script(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .limit(MOST_CHARACTERS)
                .filter(Character::isLetter)
                .forEach(c -> counts.merge(
                        UnicodeScript.of(c), UnicodeScript.of(c) == UnicodeScript.HAN ? 3 : 1, Integer::sum));
        if (counts.containsKey(UnicodeScript.HIRAGANA)) {
            return UnicodeScript.HIRAGANA;
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** Loaded when a message first needs it. */
    private static final class Detector {
        static final LanguageDetector LINGUA = LanguageDetectorBuilder.fromLanguages(NEIGHBOURS)
                .withLowAccuracyMode()
                .withPreloadedLanguageModels()
                .build();

        private Detector() {}
    }
}
