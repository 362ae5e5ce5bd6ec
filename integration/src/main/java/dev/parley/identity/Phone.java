package dev.parley.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Telephone numbers; whole ones (E.164) where their country is known, else compared by how they end. */
final class Phone {

    private static final int FEWEST = 5;

    /** ITU-T E.164: a number has at most 15 digits; people add a trunk or an exit code. */
    private static final int MOST = 20;

    private static final int TELLING = 8;
    private static final int LONGEST_TEXT = 100;
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

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

    /**
     * The number as ITU-T E.164 writes it, or its digits where nobody can say of which country it is.
     *
     * @param country where it was given (ISO 3166-1 alpha-2), or null
     */
    static Optional<String> normal(String text, String country) {
        return digits(text).map(digits -> international(text, country).orElse(digits));
    }

    private static Optional<String> international(String text, String country) {
        try {
            PhoneNumber number = NUMBERS.parse(text, country);
            return NUMBERS.isValidNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** What numbers are looked for by: how they end, whatever stands before. */
    static Optional<String> key(String text) {
        return digits(text).map(Phone::ending);
    }

    /** Whether two numbers end in the same {@value #TELLING} digits, or are the same where they are shorter. */
    static boolean agree(String one, String other) {
        Optional<String> a = key(one);
        return a.isPresent() && a.equals(key(other)) && !ofDifferentCountries(one, other);
    }

    private static boolean ofDifferentCountries(String one, String other) {
        Optional<String> a = international(one, null);
        Optional<String> b = international(other, null);
        return a.isPresent() && b.isPresent() && !a.equals(b);
    }

    private static String ending(String digits) {
        return digits.substring(Math.max(0, digits.length() - TELLING));
    }
}
