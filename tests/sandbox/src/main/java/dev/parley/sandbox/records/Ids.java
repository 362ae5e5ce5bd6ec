package dev.parley.sandbox.records;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Record ids: 15 case-sensitive characters, and three more that make them safe where case is lost. */
public final class Ids {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String CHECK_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?");
    private static final String INSTANCE_AND_RESERVED = "9G000";

    private Ids() {}

    /** The id of the number-th record of the type with that key prefix, 18 characters. */
    static String of(String keyPrefix, long number) {
        StringBuilder digits = new StringBuilder();
        for (long rest = number; rest > 0; rest /= 62) {
            digits.append(DIGITS.charAt((int) (rest % 62)));
        }
        while (digits.length() < 7) {
            digits.append('0');
        }
        return to18(keyPrefix + INSTANCE_AND_RESERVED + digits.reverse());
    }

    /** An id that no other org has, for an org itself. */
    public static String random(String keyPrefix) {
        return of(keyPrefix, ThreadLocalRandom.current().nextLong(1, (long) Math.pow(62, 7)));
    }

    /** The number of the record with that id in its type: the reverse of {@link #of}. */
    static long number(String id) {
        long number = 0;
        for (int at = 8; at < 15; at++) {
            number = number * 62 + DIGITS.indexOf(id.charAt(at));
        }
        return number;
    }

    /** The 18-character form of a 15-character id: each check character tells which of five letters are capitals. */
    public static String to18(String id15) {
        StringBuilder id = new StringBuilder(id15);
        for (int group = 0; group < 3; group++) {
            int capitals = 0;
            for (int at = 0; at < 5; at++) {
                char character = id15.charAt(group * 5 + at);
                capitals |= character >= 'A' && character <= 'Z' ? 1 << at : 0;
            }
            id.append(CHECK_DIGITS.charAt(capitals));
        }
        return id.toString();
    }

    /** Whether the text has the form of an id: 15 letters and digits, or 18 whose last three fit the others. */
    public static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches()
                && (text.length() == 15 || to18(text.substring(0, 15)).equals(text));
    }

    /** The 18-character form of a well-formed id of either length. */
    public static String canonical(String id) {
        return id.length() == 15 ? to18(id) : id;
    }
}
