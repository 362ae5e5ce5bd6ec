package dev.parley.benchmark.match;

import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Text as its owner would write it in a domain, or without the keys for it. */
public final class Ascii {

    private static final Transliterator TO_ASCII = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
    private static final Map<String, String> LETTERS = new HashMap<>();

    private Ascii() {}

    /** Letter by letter: a million names whole would take half an hour. */
    public static String of(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> LETTERS.computeIfAbsent(letter, TO_ASCII::transliterate))
                .collect(Collectors.joining())
                .toLowerCase(Locale.ROOT);
    }
}
