package dev.parley.channel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Reads date-times as RFC 3339 section 5.6 writes them, the leap seconds of section 5.7 included. */
final class Rfc3339 {

    private static final int SECONDS = "2016-12-31T23:59:".length();
    private static final String LEAP = "60";
    private static final int A_DAY = 86_400;

    private Rfc3339() {}

    /**
     * The moment; a leap second becomes the second after it, as Java's instants have none.
     *
     * @throws DateTimeException if the text is no date-time, or none that exists
     */
    static Instant parse(String text) {
        if (!isLeapSecond(text)) {
            return OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant();
        }
        String before = text.substring(0, SECONDS) + "59" + text.substring(SECONDS + LEAP.length());
        Instant moment = parse(before).plusSeconds(1);
        if (moment.getEpochSecond() % A_DAY != 0) {
            throw new DateTimeException("a leap second comes only at the end of a day in UTC");
        }
        return moment;
    }

    /** Whether {@link #parse} would read the text. */
    static boolean isMoment(String text) {
        try {
            parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Whether the seconds are 60, which most readers of date-times refuse. */
    static boolean isLeapSecond(String text) {
        return text.startsWith(LEAP, SECONDS);
    }
}
