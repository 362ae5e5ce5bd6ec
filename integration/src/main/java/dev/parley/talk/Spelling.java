package dev.parley.talk;

import com.google.common.io.Resources;
import dev.parley.mapping.TalkPattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes one of what people write for one another, so that a phrase or a rule needs to know one way to write it: letters
 * of an Arabic keyboard and of a Persian one, digits, the half-space of Persian, traditional and simplified Chinese.
 */
final class Spelling {
    /** What stands for which, character by character: Persian first. */
    private static final String WRITTEN = "يىئكةۀؤإأآٱ؟،؛٪۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩’‘";

    private static final String MEANT = "یییکههواااا?,;%01234567890123456789''";

    /** Marks that are left out or written as one likes: vowels, hamza above, the stroke that draws a word out. */
    private static final Pattern MARKS = Pattern.compile("[\u0640\u064b-\u0655\u0670]");

    private static final String WORD_START = "(?<![\\p{L}\\p{N}])";
    private static final String WORD_END = "(?![\\p{L}\\p{N}])";

    /** The Persian prefix of the present tense, which people write with and without a space. */
    private static final Pattern PREFIX = Pattern.compile(WORD_START + "(ن?می)[ \u200c]+(?=\\p{L})");

    /** Persian endings that are written apart or not; the longest first. */
    private static final Pattern ENDING =
            Pattern.compile("(?<=\\p{IsArabic})[ \u200c]+((?:ها|های|هایی|هام|هات|هاش|هامون|هاتون|هاشون|هایم|هایتان"
                    + "|هایمان|هاست|تر|ترین|تری|مون|تون|شون)" + WORD_END + ")");

    private static final Pattern DRAWN_OUT = Pattern.compile("([\\p{L}&&[^\\p{IsHan}]])\\1{2,}");
    private static final Pattern CHINESE_GAP = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");
    private static final Map<Character, Character> ALIKE = alike();

    private Spelling() {}

    /** A sentence as rules and models read it: in lower case too, and no letter drawn out. */
    static String plain(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        return isAscii(lower)
                ? DRAWN_OUT.matcher(lower).replaceAll("$1")
                : CHINESE_GAP
                        .matcher(DRAWN_OUT.matcher(of(lower)).replaceAll("$1"))
                        .replaceAll("");
    }

    /** A text, which may be a pattern, in the one spelling. */
    static String of(String text) {
        if (isAscii(text)) {
            return text;
        }
        StringBuilder spelt = new StringBuilder(text);
        for (int i = 0; i < spelt.length(); i++) {
            spelt.setCharAt(i, ALIKE.getOrDefault(spelt.charAt(i), spelt.charAt(i)));
        }
        String bare = MARKS.matcher(spelt).replaceAll("");
        String joined = ENDING.matcher(PREFIX.matcher(bare).replaceAll("$1")).replaceAll("$1");
        return joined.replace('\u200c', ' ');
    }

    /** Expressions as the admin wrote them, for text in the one spelling. */
    static List<TalkPattern> of(List<TalkPattern> patterns) {
        return patterns.stream().map(Spelling::of).toList();
    }

    private static TalkPattern of(TalkPattern written) {
        // The Arabic question mark stands for itself; the Latin one would be a count.
        String spelt = of(written.expression().replace("؟", "\\?"));
        return spelt.equals(written.expression()) ? written : new TalkPattern(spelt, written.place());
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static Map<Character, Character> alike() {
        Map<Character, Character> alike = new HashMap<>();
        for (int i = 0; i < WRITTEN.length(); i++) {
            alike.put(WRITTEN.charAt(i), MEANT.charAt(i));
        }
        for (String line : chinese()) {
            String pairs = line.startsWith("#") ? "" : line.replace(" ", "");
            for (int i = 0; i + 1 < pairs.length(); i += 2) {
                alike.put(pairs.charAt(i), pairs.charAt(i + 1));
            }
        }
        return alike;
    }

    private static List<String> chinese() {
        try {
            return Resources.readLines(
                    Resources.getResource(Spelling.class, "traditional.txt"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
