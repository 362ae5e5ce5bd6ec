package dev.parley.channel.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A mail that has been read: decoded, and within bounds.
 *
 * @param headers all values by name in lower case, unfolded and decoded, in the mail's order
 * @param from the author's address in lower case; empty if there is none, or more than one
 * @param subject empty if there is none
 * @param date when it was written, else when it came
 * @param plain all {@code text/plain} that is no attachment, or null
 * @param html all {@code text/html} that is no attachment, without mark-up, or null
 * @param calendars what it holds of {@code text/calendar}
 * @param report whether it is a report of what became of another mail (RFC 6522)
 */
record Letter(
        Map<String, List<String>> headers,
        String from,
        String subject,
        Instant date,
        String plain,
        String html,
        List<CalendarPart> calendars,
        boolean report) {

    /**
     * An iCalendar object in a mail.
     *
     * @param text as it stands there
     * @param method the {@code method} of its content type (RFC 6047 section 2.4) in upper case, or null
     */
    record CalendarPart(String text, String method) {}

    /** The first value of a header; empty if there is none. */
    String header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    boolean has(String name) {
        return headers.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** Nothing of what it says. */
    @Override
    public String toString() {
        return "Letter[" + date + "]";
    }
}
