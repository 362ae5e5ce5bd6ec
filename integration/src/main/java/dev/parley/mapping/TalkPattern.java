package dev.parley.mapping;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * A regular expression over what somebody says, in RE2's syntax and without regard to case: it takes time in proportion
 * to the text, and hardly any where the text holds none of the words that the expression needs.
 */
public final class TalkPattern {
    private final String expression;
    private final Place place;
    private final Sought needles;
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
        this.needles = Sought.by(expression);
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

    /** Whether a sentence holds it. */
    public boolean isIn(Haystack sentence) {
        return needles.mayBeIn(sentence)
                && pattern.get().matcher(sentence.text()).find();
    }

    /** The same of a sentence in lower case that little else is looked for in. */
    public boolean isIn(String lower) {
        return needles.mayBeIn(lower) && pattern.get().matcher(lower).find();
    }

    /** What of a sentence fits it first. */
    public Optional<String> findIn(Haystack sentence) {
        if (!needles.mayBeIn(sentence)) {
            return Optional.empty();
        }
        Matcher matcher = pattern.get().matcher(sentence.text());
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
