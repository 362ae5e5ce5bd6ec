package dev.parley.channel.mailbox;

import static dev.parley.channel.mailbox.Mailroom.Outcome.LEFT;
import static dev.parley.channel.mailbox.Mailroom.Outcome.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of calendar messages in the shapes that calendar programs give them, several messages in one file: each tells
 * what stands in it, unless it answers what has changed since. They are our own ones, or those in the folder that the property {@code parley.itip} names.
 */
class CalendarPayloadsTest extends InvitationStage {

    private static final String OWN = "src/test/resources/dev/parley/channel/mailbox/invitations";
    private static final Map<String, List<String>> TYPES = Map.of(
            "REQUEST", List.of("meeting.booked", "meeting.rescheduled"),
            "CANCEL", List.of("meeting.cancelled"),
            "REPLY", List.of("meeting.answered"),
            "COUNTER", List.of("meeting.answered"));

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("parley.itip", OWN)))) {
            return files.filter(file -> file.toString().endsWith(".ics"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachMessageFromWhoItIsOfTellsWhatStandsInIt(Path file) {
        List<String> calendars = calendars(file);
        assertThat(calendars).isNotEmpty();

        Map<String, Integer> newest = new HashMap<>();
        for (String calendar : calendars) {
            int sequence = Integer.parseInt(value(calendar, "SEQUENCE"));
            boolean overtaken = isAnswer(calendar) && sequence < newest.getOrDefault(value(calendar, "UID"), 0);

            Mailroom.Outcome outcome = post.take(mail(sender(calendar), "text/calendar", calendar));

            assertThat(outcome).as(calendar + post.reasons()).isEqualTo(overtaken ? LEFT : TAKEN);
            if (!overtaken) {
                assertThat(TYPES.get(value(calendar, "METHOD")).stream().flatMap(type -> post.data(type).stream()))
                        .as(calendar)
                        .anySatisfy(data -> assertThat(data).contains(toldOf(calendar)));
            }
            if (!isAnswer(calendar)) {
                newest.merge(value(calendar, "UID"), sequence, Math::max);
            }
        }
    }

    /** Its meeting, its times, what it is about, and the answer, where it has them. */
    private static List<String> toldOf(String calendar) {
        Stream<String> uid = Stream.of("\"uid\":\"" + value(calendar, "UID") + "\"");
        Stream<String> start = matches(calendar, "(?m)^DTSTART:(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z$")
                .map(at -> "\"start\":\"%s-%s-%sT%s:%s:%sZ\""
                        .formatted(at.group(1), at.group(2), at.group(3), at.group(4), at.group(5), at.group(6)));
        Stream<String> about = matches(calendar, "(?m)^METHOD:REQUEST$[\\s\\S]*?^SUMMARY[^:\n]*: *(.+)$")
                .map(summary -> "\"subject\":\"" + summary.group(1) + "\"");
        Stream<String> answer = matches(calendar, "(?m)^METHOD:REPLY$[\\s\\S]*?^ATTENDEE;PARTSTAT=([A-Z]+):.*$")
                .flatMap(status -> Stream.of(
                        "\"status\":\"" + status.group(1).toLowerCase(Locale.ROOT) + "\"",
                        "\"email\":\"" + sender(calendar) + "\""));
        return Stream.of(uid, start, about, answer).flatMap(told -> told).toList();
    }

    /** An answer is its attendee's, anything else the organizer's. */
    private static String sender(String calendar) {
        return matches(calendar, "(?mi)^" + (isAnswer(calendar) ? "ATTENDEE" : "ORGANIZER") + "[^\n]*:mailto:(.+)$")
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isAnswer(String calendar) {
        return List.of("REPLY", "COUNTER").contains(value(calendar, "METHOD"));
    }

    private static String value(String calendar, String name) {
        return matches(calendar, "(?m)^" + name + ":(.+)$")
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<MatchResult> matches(String calendar, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(unfolded(calendar));
        return matcher.results().limit(1);
    }

    private static String unfolded(String calendar) {
        String event = calendar.replaceAll("\n[ \t]", "");
        return event.replaceAll("(?s)BEGIN:(VTIMEZONE|VALARM).*END:\\1\n", "");
    }

    private static List<String> calendars(Path file) {
        try {
            return Stream.of(Files.readString(file).replace("\r\n", "\n").split("(?=BEGIN:VCALENDAR)"))
                    .filter(calendar -> !calendar.isBlank())
                    .map(calendar -> calendar.strip() + "\n")
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
