package dev.parley.company;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Names in any script in the letters that they are compared in: lower-case ASCII. */
final class Folding {

    /** Longer names say nothing more, and must not cost time. */
    private static final int LONGEST = 200;

    private static final char AFTER_LATIN = 0x370;
    private static final CharMatcher APOSTROPHES =
            CharMatcher.anyOf("'’‘`´ʼʻ′ʿʾ").precomputed();

    /** Latin letters that are none of ASCII's with a mark. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ß', "ss"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ø', "o"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('ł', "l"),
            Map.entry('ı', "i"),
            Map.entry('ħ', "h"),
            Map.entry('ŋ', "ng"),
            Map.entry('ŧ', "t"),
            Map.entry('ə', "a"),
            Map.entry('ɛ', "e"),
            Map.entry('ɔ', "o"));

    private Folding() {}

    /** The text in lower-case ASCII, without apostrophes; what cannot be written so is left as it is. */
    static String fold(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String plain = APOSTROPHES.removeFrom(bounded);
        return CharMatcher.ascii().matchesAllOf(plain) ? Ascii.toLowerCase(plain) : foldLetters(plain);
    }

    private static String foldLetters(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        boolean latin = lower.chars().allMatch(c -> c < AFTER_LATIN || c >= 0x1E00 && c < 0x2070);
        return withoutMarks(latin ? lower : Scripts.toLatin(lower));
    }

    private static String withoutMarks(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.append(LETTERS.getOrDefault(c, String.valueOf(c)));
            }
        }
        return Ascii.toLowerCase(APOSTROPHES.removeFrom(plain));
    }
}
