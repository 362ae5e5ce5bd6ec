package dev.parley.channel;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a signature's header says.
 *
 * @param signatures any of which may be the right one, as they are written
 * @param timestamp as it is written, or null
 */
record SignatureValue(List<String> signatures, String timestamp) {

    private static final String SIGNATURE = "{signature}";
    private static final String TIMESTAMP = "{timestamp}";
    private static final Splitter PARTS = Splitter.on(',').trimResults();

    /**
     * Reads a header's value.
     *
     * @param template as the source file has it: parts between commas, which may come in any order and number
     */
    static SignatureValue read(String template, String value) {
        List<String> signatures = new ArrayList<>();
        String timestamp = null;
        for (String part : PARTS.split(value)) {
            for (String pattern : PARTS.split(template)) {
                String signature = between(pattern, SIGNATURE, part);
                String time = between(pattern, TIMESTAMP, part);
                if (signature != null) {
                    signatures.add(signature);
                }
                timestamp = time == null ? timestamp : time;
            }
        }
        return new SignatureValue(List.copyOf(signatures), timestamp);
    }

    /** What stands where the pattern has the placeholder; null if the part is not like the pattern. */
    private static String between(String pattern, String placeholder, String part) {
        int at = pattern.indexOf(placeholder);
        if (at < 0) {
            return null;
        }
        String before = pattern.substring(0, at);
        String after = pattern.substring(at + placeholder.length());
        boolean fits =
                part.startsWith(before) && part.endsWith(after) && part.length() > before.length() + after.length();
        return fits ? part.substring(before.length(), part.length() - after.length()) : null;
    }
}
