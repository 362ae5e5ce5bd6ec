package dev.parley.identity;

import java.util.Optional;

/** Telephone numbers, compared without knowing their country. */
final class Phone {

    private static final int FEWEST = 5;

    /** ITU-T E.164: a number has at most 15 digits; people add a trunk or an exit code. */
    private static final int MOST = 20;

    private static final int TELLING = 8;
    private static final int LONGEST_TEXT = 100;

    private Phone() {}

    /** The digits of a number, or empty if there are too few or too many to be one. */
    static Optional<String> digits(String text) {
        if (text == null || text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder();
        text.codePoints().map(c -> Character.digit(c, 10)).filter(d -> d >= 0).forEach(digits::append);
        return Optional.of(digits.toString()).filter(d -> d.length() >= FEWEST && d.length() <= MOST);
    }

    /** Whether two numbers end in the same {@value #TELLING} digits, or are the same where they are shorter. */
    static boolean agree(String one, String other) {
        Optional<String> a = digits(one).map(Phone::ending);
        return a.isPresent() && a.equals(digits(other).map(Phone::ending));
    }

    private static String ending(String digits) {
        return digits.substring(Math.max(0, digits.length() - TELLING));
    }
}
