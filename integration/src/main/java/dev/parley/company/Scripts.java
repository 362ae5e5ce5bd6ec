package dev.parley.company;

import com.google.common.base.CharMatcher;
import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Other scripts in Latin letters. A name is taken letter by letter, each with the marks that belong to it, and what was
 * found for one is kept: the rules know context that names do not need, and take a millisecond for each name.
 */
final class Scripts {

    private static final int MOST_KEPT = 50_000;
    private static final String SMALL_KANA = "ァィゥェォャュョヮぁぃぅぇぉゃゅょゎー";

    /** It doubles the consonant that follows, which people write or not. */
    private static final CharMatcher DOUBLING = CharMatcher.anyOf("ッっ");

    private static final Map<String, String> KEPT = new ConcurrentHashMap<>();

    private Scripts() {}

    /** Made when the first name needs it: its rules take a second and some memory. */
    private static final class Rules {
        static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
    }

    static String toLatin(String written) {
        String text = DOUBLING.removeFrom(written);
        StringBuilder latin = new StringBuilder(text.length() * 2);
        int end;
        for (int start = 0; start < text.length(); start = end) {
            end = endOfLetter(text, start);
            String letter = text.substring(start, end);
            latin.append(letter.charAt(0) < 0x80 ? letter : latin(letter));
        }
        return latin.toString();
    }

    private static String latin(String letter) {
        String known = KEPT.get(letter);
        if (known == null) {
            known = Rules.TO_LATIN.transliterate(letter);
            if (KEPT.size() < MOST_KEPT) {
                KEPT.put(letter, known);
            }
        }
        return known;
    }

    private static int endOfLetter(String text, int start) {
        int end = start + Character.charCount(text.codePointAt(start));
        while (end < text.length() && belongs(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean belongs(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || SMALL_KANA.indexOf(c) >= 0;
    }
}
