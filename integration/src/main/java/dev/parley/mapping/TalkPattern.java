package dev.parley.mapping;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/**
 * A regular expression over what somebody says, in RE2's syntax and without regard to case: it takes time in proportion
 * to the text, and hardly any where the text holds none of the words that the expression needs.
 */
public final class TalkPattern {
    private final String expression;
    private final Place place;
    private final List<String> needles;
    private final Supplier<Pattern> pattern;

    /**
     * One that is compiled when a sentence first may hold it.
     *
     * @param expression one that compiles
     * @param place where it stands
     */
    public TalkPattern(String expression, Place place) {
        this.expression = expression;
        this.place = place;
        this.needles = Needles.of(expression);
        this.pattern = Suppliers.memoize(() -> Pattern.compile(expression, Pattern.CASE_INSENSITIVE));
    }

    /** As it is written. */
    public String expression() {
        return expression;
    }

    /** Where it stands. */
    public Place place() {
        return place;
    }

    /** Whether a sentence in lower case holds it. */
    public boolean isIn(String lower) {
        return Needles.mayBeIn(needles, lower) && pattern.get().matcher(lower).find();
    }

    /** What of a sentence in lower case fits it first. */
    public Optional<String> findIn(String lower) {
        if (!Needles.mayBeIn(needles, lower)) {
            return Optional.empty();
        }
        Matcher matcher = pattern.get().matcher(lower);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
