package dev.parley.words;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A conversation's summary and its next step, as the qualification writes them in English, in the words of who reads
 * them. What people said stays as they said it.
 */
final class Summaries {
    private static final Pattern LINE = Pattern.compile("(Needs|Open|Promised|Next): (.*)");
    private static final Pattern MEETING = Pattern.compile("Meeting at (\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d) UTC");

    private final Words words;

    /** @param words of this package */
    Summaries(Words words) {
        this.words = words;
    }

    String retold(String summary) {
        return summary.lines().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(String line) {
        Matcher headed = LINE.matcher(line);
        return headed.matches()
                ? words.of("summary." + headed.group(1).toLowerCase(Locale.ROOT), step(headed.group(2)))
                : line;
    }

    String step(String step) {
        Matcher meeting = MEETING.matcher(step);
        if (!meeting.matches()) {
            return step;
        }
        try {
            Instant at = Instant.parse(meeting.group(1) + "T" + meeting.group(2) + ":00Z");
            return words.of("meetingAt", words.moment(at, ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            // Somebody said so, of a day that there is not.
            return step;
        }
    }
}
