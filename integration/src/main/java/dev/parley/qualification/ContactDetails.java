package dev.parley.qualification;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How somebody can be reached, as they write it in what they say. */
public final class ContactDetails {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>()\"“”,;:]{1,64}@[^\\s@<>()\"“”,;:]{1,255}");

    /** Seven digits and more in any script, with what people write between them; small numbers stay. */
    private static final Pattern PHONE =
            Pattern.compile("\\+?\\p{Nd}(?:[ ()/.\\-\u00a0\u2007\u202f\u2010-\u2015]{0,3}\\p{Nd}){6,18}");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(?: \\d\\d)?");

    private ContactDetails() {}

    /**
     * A text without them.
     *
     * @param address what stands for an e-mail address
     * @param number what stands for a telephone number
     */
    public static String leftOut(String text, String address, String number) {
        String left = EMAIL.matcher(text).replaceAll(Matcher.quoteReplacement(address));
        return PHONE.matcher(left)
                .replaceAll(found ->
                        Matcher.quoteReplacement(DATE.matcher(found.group()).matches() ? found.group() : number));
    }
}
