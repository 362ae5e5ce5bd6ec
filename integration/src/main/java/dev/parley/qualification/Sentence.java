package dev.parley.qualification;

import dev.parley.mapping.Haystack;
import java.util.Locale;

/**
 * A sentence, as it was written and as phrases are looked for in it.
 *
 * @param written without control characters and markup
 * @param plain the same, of the same length, with plain digits, quotation marks and blanks
 * @param words the same in lower case, for whoever looks for much in it
 */
record Sentence(String written, String plain, Haystack words) {

    /** Most characters of a sentence that is quoted. */
    static final int LONGEST_QUOTE = 200;

    private static final int FEWEST_WORDS = 5;

    static Sentence of(String written) {
        String plain = plain(written);
        return new Sentence(written, plain, new Haystack(plain.toLowerCase(Locale.ROOT)));
    }

    /** The plain one in lower case. */
    String lower() {
        return words.text();
    }

    /** As much as fits into a quotation. */
    String quote() {
        return cut(written, LONGEST_QUOTE);
    }

    boolean says() {
        return written.codePoints().anyMatch(Character::isLetter);
    }

    /** Whether it has as many words as a greeting has not; a Chinese word is two characters long. */
    boolean saysMuch() {
        long han = written.codePoints().filter(Character::isIdeographic).count();
        return says() && written.split(" ").length + han / 2 >= FEWEST_WORDS;
    }

    /** Cut at a blank where there is one near the end, never within a surrogate pair. */
    static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        String head = text.substring(0, text.offsetByCodePoints(0, most - 1));
        int blank = head.lastIndexOf(' ');
        return (blank > head.length() * 2 / 3 ? head.substring(0, blank) : head) + "…";
    }

    private static String plain(String written) {
        StringBuilder plain = new StringBuilder(written.length());
        written.chars().forEach(c -> plain.append(plain((char) c)));
        return plain.toString();
    }

    private static char plain(char c) {
        if (c > '9' && Character.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        return switch (c) {
            case '‘', '’', '‛', 'ʼ' -> '\'';
            case '“', '”', '„', '«', '»' -> '"';
            case '–', '‐', '‑' -> '-';
            case 'ي', 'ى' -> 'ی';
            case 'ك' -> 'ک';
            case '\u200c', '\u00a0', '\u202f', '\u3000' -> ' ';
            default -> c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
        };
    }
}
