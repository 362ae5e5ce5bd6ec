package dev.parley.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import dev.parley.conversation.Person;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What invitations say, as another iCalendar library reads it. */
class InvitationTextTest {

    private static final Instant STAMP = Instant.parse("2026-01-05T08:00:00Z");
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final Person ADA = person("Ada; \"King\", of Sales", "ada@company.example");
    private static final Person LENA = person("Lena Öberg", "lena@oberg.example");

    /** Clocks change on 29 March 2026 at one o'clock UTC, and back on 25 October. */
    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-28T08:00:00Z", "2026-03-30T08:00:00Z", "2026-10-24T08:00:00Z", "2026-10-26T08:00:00Z"})
    void theHourIsTheOneThatWasAgreedBeforeAndAfterAChangeOfClocks(String start) {
        String text = text(booking(Instant.parse(start), 0, false), STOCKHOLM);

        assertThat(start(text)).isEqualTo(Instant.parse(start));
        assertThat(text)
                .contains("BEGIN:VTIMEZONE", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "DTSTART;TZID=Europe/Stockholm");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-29T00:45:00Z", "2026-03-29T12:00:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:15:00Z"})
    void aboutAChangeOfClocksItIsSaidInUtc(String start) {
        String text = text(booking(Instant.parse(start), 0, false), STOCKHOLM);

        assertThat(start(text)).isEqualTo(Instant.parse(start));
        assertThat(text).doesNotContain("TZID");
    }

    @Test
    void aRequestHasAllThatTheStandardWants() {
        String text = text(booking(Instant.parse("2026-03-30T08:00:00Z"), 3, false), STOCKHOLM);
        ICalendar calendar = parsed(text);
        VEvent event = calendar.getEvents().get(0);

        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(event.getUid().getValue()).isEqualTo("a1@mail.example");
        assertThat(event.getSequence().getValue()).isEqualTo(3);
        assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo(STAMP);
        assertThat(event.getSummary().getValue()).isEqualTo("Prices; and, \"terms\"");
        assertThat(event.getOrganizer().getEmail()).isEqualTo("ada@company.example");
        assertThat(event.getOrganizer().getSentBy()).isEqualTo("mailto:parley@mail.example");
        assertThat(event.getAttendees()).singleElement().satisfies(guest -> {
            assertThat(guest.getEmail()).isEqualTo("lena@oberg.example");
            assertThat(guest.getCommonName()).isEqualTo("Lena Öberg");
            assertThat(guest.getParticipationStatus()).isEqualTo(ParticipationStatus.NEEDS_ACTION);
            assertThat(guest.getRsvp()).isTrue();
        });
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .as("folded")
                .hasSizeLessThanOrEqualTo(75));
    }

    @Test
    void aCancellationSaysWhichAndThatItIsOff() {
        ICalendar calendar = parsed(text(booking(Instant.parse("2026-03-30T08:00:00Z"), 4, true), STOCKHOLM));
        VEvent event = calendar.getEvents().get(0);

        assertThat(calendar.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(event.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event.getUid().getValue()).isEqualTo("a1@mail.example");
        assertThat(event.getSequence().getValue()).isEqualTo(4);
        assertThat(event.getAttendees()).hasSize(1);
    }

    /** On the day itself the library that reads it here took the old offset to hold, for as long as it is the day before in UTC. */
    @ParameterizedTest
    @ValueSource(strings = {"Australia/Adelaide", "Europe/Berlin", "America/New_York", "Pacific/Auckland"})
    void onTheDayOnWhichClocksChangeTheMomentIsTheSame(ZoneId zone) {
        Instant change = zone.getRules()
                .nextTransition(Instant.parse("2025-07-01T00:00:00Z"))
                .getInstant();
        for (int quarter = -4 * 36; quarter < 4 * 36; quarter++) {
            Instant start = change.plus(Duration.ofMinutes(15L * quarter));

            assertThat(start(text(booking(start, 0, false), zone))).isEqualTo(start);
        }
    }

    @Property(tries = 300)
    void anyTimeInAnyZoneIsReadAsTheSameMoment(@ForAll("moments") Instant start, @ForAll("zones") ZoneId zone) {
        assertThat(start(text(booking(start, 0, false), zone))).isEqualTo(start);
    }

    @Provide
    Arbitrary<Instant> moments() {
        long from = Instant.parse("2025-01-01T00:00:00Z").getEpochSecond() / 900;
        long to = Instant.parse("2032-01-01T00:00:00Z").getEpochSecond() / 900;
        return Arbitraries.longs().between(from, to).map(quarter -> Instant.ofEpochSecond(quarter * 900));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        // ical4j registers zones of its own with Java, which may have no rules: those are not meant.
        Set<String> known = ZoneId.getAvailableZoneIds();
        return Arbitraries.of(Stream.of(TimeZone.getAvailableIDs())
                        .filter(known::contains)
                        .sorted()
                        .filter(zone -> changesByHours(ZoneId.of(zone)))
                        .toList())
                .map(ZoneId::of);
    }

    /** The library that reads it here takes every change of clocks to be one of an hour: it is not so on Lord Howe. */
    private static boolean changesByHours(ZoneId zone) {
        var change = zone.getRules().nextTransition(Instant.parse("2023-01-01T00:00:00Z"));
        return change == null || change.getDuration().abs().equals(Duration.ofHours(1));
    }

    private static String text(Booking booking, ZoneId zone) {
        return new InvitationText("parley@mail.example")
                .of(new Appointment(booking, "Prices; and, \"terms\"", "Room 2", zone, null, ADA, List.of(LENA)));
    }

    private static Instant start(String text) {
        return parsed(text).getEvents().get(0).getDateStart().getValue().toInstant();
    }

    /** It must be right to the letter: the library says what is not. */
    private static ICalendar parsed(String text) {
        ICalendar calendar = Biweekly.parse(text).first();
        assertThat(calendar.validate(ICalVersion.V2_0).getWarnings()).as(text).isEmpty();
        return calendar;
    }

    private static Booking booking(Instant start, int revision, boolean cancelled) {
        Slot slot = new Slot(start, start.plus(Duration.ofMinutes(30)));
        return new Booking(
                new MeetingKey("web", "m1"), "a1@mail.example", "ada", slot, cancelled, revision, STAMP, revision - 1);
    }

    private static Person person(String name, String email) {
        return new Person(null, name, email, null, null, null, null, null, null);
    }
}
