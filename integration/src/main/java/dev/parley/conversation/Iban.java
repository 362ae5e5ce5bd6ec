package dev.parley.conversation;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** International bank account numbers (ISO 13616) in a text. */
final class Iban {

    static final String REMOVED = "[IBAN removed]";

    /** How long an IBAN is by the country that it begins with; only so is known where it ends. */
    private static final Map<String, Integer> LENGTHS = new HashMap<>();

    static {
        for (String lengths : ("15 NO;16 BE BI;18 DK FI FO FK GL NL SD;19 MK SI;20 AT BA EE KZ LT LU MN XK;"
                        + "21 CH HR LI LV;22 BG BH CR DE GB GE IE ME RS VA;23 AE GI IL IQ OM SO TL;"
                        + "24 AD CZ DZ ES MD PK RO SA SE SK TN VG;25 LY PT ST;26 IR IS TR;"
                        + "27 BF BJ CF CG CI CM DJ FR GR IT MC MG MR SM;28 AL AZ BY CY DO GT HU LB NI PL SV SN ML MZ;"
                        + "29 BR EG PS QA UA;30 JO KW MU YE;31 MT SC;32 LC;33 RU")
                .split(";")) {
            String[] countries = lengths.split(" ");
            for (int i = 1; i < countries.length; i++) {
                LENGTHS.put(countries[i], Integer.valueOf(countries[0]));
            }
        }
    }

    /** Country and check digits; what follows is read by the country's length. */
    private static final Pattern BEGINNING =
            Pattern.compile("(?<![A-Z0-9])[A-Z]{2}\\d{2}(?=[ \\u00a0-]?[A-Z0-9])", Pattern.CASE_INSENSITIVE);

    private Iban() {}

    static String masked(String text) {
        Matcher beginning = BEGINNING.matcher(text);
        StringBuilder masked = new StringBuilder();
        int from = 0;
        while (beginning.find(from)) {
            int end = end(text, beginning.start());
            masked.append(text, from, beginning.start())
                    .append(end < 0 ? text.substring(beginning.start(), beginning.end()) : REMOVED);
            from = end < 0 ? beginning.end() : end;
        }
        return from == 0 ? text : masked.append(text, from, text.length()).toString();
    }

    /** Where the IBAN that begins there ends; -1 if there is none. */
    private static int end(String text, int start) {
        String country = text.substring(start, start + 2).toUpperCase(Locale.ROOT);
        int length = LENGTHS.getOrDefault(country, 0);
        StringBuilder compact = new StringBuilder();
        int at = start;
        while (at < text.length() && compact.length() < length) {
            char c = text.charAt(at++);
            if (isPlain(c)) {
                compact.append(Character.toUpperCase(c));
            } else if (" \u00a0-".indexOf(c) < 0 || !isPlain(text.charAt(at - 2))) {
                return -1;
            }
        }
        boolean whole = compact.length() == length && length > 0 && (at == text.length() || !isPlain(text.charAt(at)));
        return whole && isValid(compact.toString()) ? at : -1;
    }

    private static boolean isPlain(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    /** ISO/IEC 7064, MOD 97-10. */
    private static boolean isValid(String compact) {
        StringBuilder number = new StringBuilder();
        (compact.substring(4) + compact.substring(0, 4))
                .chars()
                .forEach(c -> number.append(Character.getNumericValue(c)));
        return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
