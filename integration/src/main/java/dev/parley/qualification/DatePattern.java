package dev.parley.qualification;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.parley.mapping.Haystack;
import dev.parley.mapping.Sought;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One way to name a day.
 *
 * @param sought what it needs to be found
 * @param pattern finds it
 * @param day says which day is meant, seen from the day on which it was written
 */
record DatePattern(Sought sought, Pattern pattern, Meaning day) {

    /** Reads what was found; may throw {@link DateTimeException} if there is no such day. */
    interface Meaning {
        Optional<LocalDate> of(Matcher found, LocalDate written);
    }

    /** Where a day is named, and which one. */
    record Found(int from, int to, LocalDate day) {}

    static DatePattern of(DateWords words, String expression, Meaning day) {
        String whole = words.parted() ? "(?:^|[^\\pL\\pN])(?:" + expression + ")(?:$|[^\\pL\\pN])" : expression;
        return new DatePattern(Sought.by(expression), Pattern.compile(whole), day);
    }

    Optional<Found> in(Haystack words, LocalDate written) {
        Matcher matcher = sought.mayBeIn(words) ? pattern.matcher(words.text()) : null;
        if (matcher == null || !matcher.find()) {
            return Optional.empty();
        }
        try {
            return day.of(matcher, written).map(meant -> new Found(matcher.start(), matcher.end(), meant));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
