package dev.parley.conversation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of payment cards in a text. */
final class CardNumber {

    static final String REMOVED = "[card number removed]";

    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

    /**
     * ISO/IEC 7812: 13 to 19 digits of any script, in groups or not. A number after a plus sign is a telephone number,
     * and what goes on before or behind is a longer number. Nothing in it can match in two ways.
     */
    private static final Pattern DIGITS = Pattern.compile("(?<![\\p{Nd}+])(?<!\\p{Nd}[.,])\\p{Nd}"
            + "(?:[ \\u00a0\\u202f.\\-\\u2010-\\u2013]{0,2}+\\p{Nd}){12,18}+(?!\\p{Nd})");

    /** The ranges that card schemes use; most order numbers and all timestamps of this century begin otherwise. */
    private static final Pattern SCHEME =
            Pattern.compile("(?:3|4|5|6|220[0-4]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720|81|82|9792).*");

    private CardNumber() {}

    static String masked(String text) {
        return DIGITS.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(isCard(found.group()) ? REMOVED : found.group()));
    }

    private static boolean isCard(String found) {
        String digits = digits(found);
        return digits.length() >= SHORTEST
                && digits.length() <= LONGEST
                && SCHEME.matcher(digits).matches()
                && digits.chars().distinct().count() > 1
                && luhn(digits) % 10 == 0;
    }

    private static String digits(String found) {
        StringBuilder digits = new StringBuilder(LONGEST);
        found.codePoints().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.toString();
    }

    /** ISO/IEC 7812-1 annex B. */
    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum;
    }
}
