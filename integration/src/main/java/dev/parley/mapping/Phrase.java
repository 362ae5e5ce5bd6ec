package dev.parley.mapping;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * Something that people write, as a regular expression in RE2's syntax: it takes time in proportion to the text,
 * whatever somebody writes. It is found in any case, and as whole words in languages that part words.
 */
public final class Phrase {
    /** The group that an expression may name to say which part of it is meant. */
    static final String VALUE = "value";

    private final Supplier<Pattern> pattern;
    private final int size;
    private final Sought needles;
    private final boolean named;

    private Phrase(Pattern bare, Supplier<Pattern> pattern, Sought needles) {
        this.pattern = pattern;
        this.size = bare.programSize();
        this.needles = needles;
        this.named = bare.namedGroups().containsKey(VALUE);
    }

    /**
     * Compiles one.
     *
     * @param parted whether the language parts words, so that a phrase may not begin within one
     * @param anyCase whether capitals do not matter
     * @throws com.google.re2j.PatternSyntaxException if it cannot be read
     */
    static Phrase of(String text, boolean parted, boolean anyCase) {
        Pattern bare = Pattern.compile(text);
        String within = "(?P<found>" + text + ")";
        String whole = parted ? "(?:^|[^\\pL\\pN])" + within + "(?:$|[^\\pL\\pN])" : within;
        // What is not a letter is a table of hundreds of ranges in each of them, and most are never met: so when first
        // needed.
        Supplier<Pattern> pattern =
                Suppliers.memoize(() -> Pattern.compile(whole, anyCase ? Pattern.CASE_INSENSITIVE : 0));
        return new Phrase(bare, pattern, Sought.by(text));
    }

    /** Steps of the compiled expression; repetitions of repetitions make many. */
    int size() {
        return size;
    }

    /**
     * What of a sentence is meant: the group {@code value} where the expression names it, else all that was found.
     *
     * @param sentence as it was written
     * @param words the same in lower case
     */
    public Optional<String> findIn(String sentence, Haystack words) {
        if (!needles.mayBeIn(words)) {
            return Optional.empty();
        }
        Matcher matcher = pattern.get().matcher(sentence);
        return matcher.find() ? Optional.ofNullable(matcher.group(named ? VALUE : "found")) : Optional.empty();
    }

    /** Whether it is in a sentence; the parameters as in {@link #findIn}. */
    public boolean isIn(String sentence, Haystack words) {
        return needles.mayBeIn(words) && pattern.get().matcher(sentence).find();
    }
}
