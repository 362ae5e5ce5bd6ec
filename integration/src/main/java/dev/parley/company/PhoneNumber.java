package dev.parley.company;

import com.google.common.base.CharMatcher;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;

/**
 * A telephone number.
 *
 * @param digits ITU-T E.164 without the plus sign where the country is known, else the national digits
 * @param international whether the country is known
 */
record PhoneNumber(String digits, boolean international) {

    private static final int LONGEST_TEXT = 40;
    private static final int FEWEST = 7;
    private static final int MOST = 15;

    /** So many digits at the end of a number are the same with and without its country. */
    private static final int TELLING = 8;

    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9').precomputed();
    private static final CharMatcher PLAIN =
            DIGITS.or(CharMatcher.anyOf("+ -./")).precomputed();

    /** The number in that text, as somebody in that country would dial it; empty if there is none. */
    static Optional<PhoneNumber> of(String text, String country) {
        if (text == null || text.isBlank() || text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        Optional<PhoneNumber> number = plain(text.strip()).or(() -> parsed(text, Country.code(country)));
        return number.filter(found -> found.digits.length() >= FEWEST && found.digits.length() <= MOST)
                .filter(found -> found.digits.chars().distinct().count() > 2);
    }

    /** Most numbers stand with their country and without a word, and need no rules to be read. */
    private static Optional<PhoneNumber> plain(String text) {
        return text.startsWith("+") && PLAIN.matchesAllOf(text) && text.lastIndexOf('+') == 0
                ? Optional.of(new PhoneNumber(DIGITS.retainFrom(text), true))
                : Optional.empty();
    }

    private static Optional<PhoneNumber> parsed(String text, String region) {
        try {
            Phonenumber.PhoneNumber number = PhoneNumberUtil.getInstance().parse(text, region);
            return Optional.of(new PhoneNumber(number.getCountryCode() + "" + number.getNationalNumber(), true));
        } catch (NumberParseException withoutCountry) {
            String national = CharMatcher.is('0').trimLeadingFrom(DIGITS.retainFrom(text));
            return Optional.of(new PhoneNumber(national, false));
        }
    }

    /** The digits that numbers of one line share, however they are written. */
    String ending() {
        return digits.substring(Math.max(0, digits.length() - TELLING));
    }

    /** Whether both are one line as far as can be told. */
    boolean agrees(PhoneNumber other) {
        if (international && other.international) {
            return digits.equals(other.digits);
        }
        return digits.endsWith(other.digits) || other.digits.endsWith(digits);
    }
}
