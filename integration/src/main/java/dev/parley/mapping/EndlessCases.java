package dev.parley.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what would keep RE2/J compiling for ever: it goes from a letter to its other cases until it is back, and from
 * nine Cyrillic letters, which Java knows longer than it does, it never comes back. Whether capitals matter to an
 * expression is not looked at.
 */
final class EndlessCases {
    private static final int FIRST = 0x1C80;
    private static final int LAST = 0x1C88;
    private static final int NONE = -1;

    /** A character, one by its number, a named class, or another escape. */
    private static final Pattern TOKEN = Pattern.compile(
            "\\\\x\\{([0-9A-Fa-f]{1,6})\\}|\\\\x([0-9A-Fa-f]{2})|\\[:\\^?\\w+:\\]|\\\\[pP](?:\\{[^}]*\\}|.)?|\\\\?.",
            Pattern.DOTALL);

    private boolean inClass;
    private boolean begins;
    private boolean ranges;
    private int low = NONE;

    private EndlessCases() {}

    /** Whether an expression must not be compiled; it need not be one that could be. */
    static boolean areIn(String expression) {
        EndlessCases search = new EndlessCases();
        Matcher tokens = TOKEN.matcher(expression);
        while (tokens.find()) {
            if (search.meets(tokens.group(), character(tokens))) {
                return true;
            }
        }
        return false;
    }

    /** What is said of an expression that has some. */
    static Finding finding(YamlText expression) {
        return Finding.error(
                expression.start(),
                "pattern-endless-case",
                "the regular expression holds one of the letters U+1C80 to U+1C88, perhaps within a range, for which"
                        + " capitals cannot be worked out; end the range before them");
    }

    /** Its number; {@value #NONE} for what stands for several characters. */
    private static int character(Matcher token) {
        String number = token.group(1) == null ? token.group(2) : token.group(1);
        if (number != null) {
            return Integer.parseInt(number, 16);
        }
        String text = token.group();
        boolean several = text.startsWith("[:") || text.matches("(?s)\\\\[pPdDwWsS].*");
        return several ? NONE : text.codePointAt(text.startsWith("\\") && text.length() > 1 ? 1 : 0);
    }

    private boolean meets(String token, int character) {
        if (character >= FIRST && character <= LAST) {
            return true;
        }
        if (!inClass) {
            inClass = token.equals("[");
            begins = inClass;
            ranges = false;
            low = NONE;
            return false;
        }
        if (begins && token.equals("^")) {
            return false;
        }
        boolean ends = token.equals("]") && !begins;
        begins = false;
        inClass = !ends;
        return !ends && range(token, character);
    }

    /** Whether a range that ends here goes over those letters. */
    private boolean range(String token, int character) {
        if (ranges) {
            ranges = false;
            boolean over = low != NONE && low < FIRST && character > LAST;
            low = NONE;
            return over;
        }
        ranges = token.equals("-") && low != NONE;
        low = ranges ? low : character;
        return false;
    }
}
