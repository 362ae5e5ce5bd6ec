package dev.parley.channel.mailbox;

import static dev.parley.channel.mailbox.Mailroom.Outcome.KEPT;
import static dev.parley.channel.mailbox.Mailroom.Outcome.LEFT;
import static dev.parley.channel.mailbox.Mailroom.Outcome.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What invitations that come by mail say, from their bytes to the store. */
class InvitationMailsTest {

    private static final String NINE = "DTSTART:20260309T090000Z\nDTEND:20260309T093000Z";
    private static final String TEN = "DTSTART:20260309T100000Z\nDTEND:20260309T103000Z";

    private final Post post = new Post();

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void aMeetingIsBookedMovedAnsweredAndCancelled() {
        assertThat(post.take(organizer("REQUEST", 0, "20260301T080000Z", NINE))).isEqualTo(TAKEN);
        assertThat(post.take(organizer("REQUEST", 1, "20260301T090000Z", TEN))).isEqualTo(TAKEN);
        assertThat(post.take(attendee("REPLY", "bob@example.com", "bob@example.com", "ACCEPTED")))
                .isEqualTo(TAKEN);
        assertThat(post.take(organizer("CANCEL", 2, "20260301T110000Z", "COMMENT:Ill")))
                .isEqualTo(TAKEN);

        assertThat(post.data("meeting.booked"))
                .singleElement()
                .asString()
                .contains(
                        "\"uid\":\"m1@acme\"",
                        "\"start\":\"2026-03-09T09:00:00Z\"",
                        "\"end\":\"2026-03-09T09:30:00Z\"",
                        "\"email\":\"Bob@example.com\"",
                        "\"name\":\"Maja, Sales\"",
                        "\"subject\":\"Demo; all of it\"");
        assertThat(post.data("meeting.rescheduled")).singleElement().asString().contains("T10:00:00Z");
        assertThat(post.data("meeting.answered"))
                .singleElement()
                .asString()
                .contains("\"status\":\"accepted\"")
                .doesNotContain("\"start\"");
        assertThat(post.data("meeting.cancelled")).singleElement().asString().contains("\"reason\":\"Ill\"");
    }

    @Test
    void theSameMessageTwiceIsOneEvent() {
        post.take(organizer("REQUEST", 0, "20260301T080000Z", NINE));
        post.take(organizer("REQUEST", 0, "20260301T080000Z", NINE));

        assertThat(post.events()).hasSize(1);
    }

    @Test
    void aRevisionThatKeepsTheTimesMovesNothing() {
        post.take(organizer("REQUEST", 0, "20260301T080000Z", NINE));
        post.take(organizer("REQUEST", 1, "20260301T090000Z", NINE + "\nLOCATION:Room 2"));

        assertThat(post.data("meeting.booked")).hasSize(2);
        assertThat(post.data("meeting.rescheduled")).isEmpty();
    }

    @Test
    void anOldRevisionNeverWinsOverANewerOneEvenIfItIsStampedLater() {
        post.take(organizer("REQUEST", 2, "20260301T080000Z", TEN));

        post.take(organizer("REQUEST", 1, "20260301T120000Z", NINE));
        post.take(organizer("CANCEL", 1, "20260301T120000Z", "COMMENT:Old"));
        post.take(organizer("REQUEST", 2, "20260301T070000Z", NINE));

        List<String> starts = post.database.tx().call(em -> em.createQuery(
                        "select e.data from EventRow e order by e.position", String.class)
                .getResultList());
        assertThat(starts.get(starts.size() - 1)).contains("T10:00:00Z");
        assertThat(inOrder()).last().isEqualTo("meeting.rescheduled");
    }

    @Test
    void aCancellationThatOvertakesItsRequestCancelsItAllTheSame() {
        post.take(organizer("CANCEL", 1, "20260301T090000Z", "COMMENT:Ill"));
        post.take(organizer("REQUEST", 0, "20260301T080000Z", NINE));

        assertThat(inOrder()).containsExactly("meeting.booked", "meeting.cancelled");
    }

    @Test
    void cancellingASeriesCancelsItsSingleDatesAndThoseThatWereSentBeforeAndComeLate() {
        post.take(organizer("REQUEST", 0, "20260301T080000Z", NINE + "\nRRULE:FREQ=WEEKLY;COUNT=5"));
        post.take(organizer("REQUEST", 3, "20260301T090000Z", TEN + "\nRECURRENCE-ID:20260316T090000Z"));
        post.take(organizer("CANCEL", 1, "20260301T100000Z", "COMMENT:Ill"));
        post.take(organizer("REQUEST", 0, "20260301T083000Z", TEN + "\nRECURRENCE-ID:20260323T090000Z"));
        post.take(organizer("REQUEST", 0, "20260301T110000Z", TEN + "\nRECURRENCE-ID:20260330T090000Z"));

        assertThat(post.data("meeting.cancelled"))
                .extracting(data -> data.replaceFirst(".*\"uid\":\"([^\"]+)\".*", "$1"))
                .as("the last date was booked after the series was called off")
                .containsExactlyInAnyOrder("m1@acme", "m1@acme/20260316T090000Z", "m1@acme/20260323T090000Z");
    }

    @Test
    void aNewRevisionStandsAfterTheOldOneEvenIfTheOrganizersClockWentBack() {
        post.take(organizer("REQUEST", 1, "20260301T120000Z", NINE));
        post.take(organizer("REQUEST", 2, "20260301T080000Z", TEN));
        post.take(organizer("CANCEL", 2, "20260301T090000Z", "COMMENT:Ill"));

        // Events are ordered by time first, then by sequence: the order of the store is the order of the revisions.
        assertThat(inOrder()).containsExactly("meeting.booked", "meeting.rescheduled", "meeting.cancelled");
    }

    @Test
    void anEventOfASeriesIsAMeetingOfItsOwn() {
        post.take(organizer("REQUEST", 0, "20260301T080000Z", NINE + "\nRRULE:FREQ=WEEKLY;COUNT=5"));
        post.take(organizer("REQUEST", 1, "20260301T090000Z", TEN + "\nRECURRENCE-ID:20260316T090000Z"));
        post.take(organizer("CANCEL", 0, "20260301T100000Z", "RECURRENCE-ID;VALUE=DATE-TIME:20260323T090000Z"));

        assertThat(post.data("meeting.booked")).anySatisfy(data -> assertThat(data)
                .contains("\"uid\":\"m1@acme/20260316T090000Z\"", "\"seriesUid\":\"m1@acme\""));
        assertThat(post.data("meeting.rescheduled")).isEmpty();
        assertThat(post.data("meeting.cancelled")).singleElement().asString().contains("m1@acme/20260323T090000Z");
    }

    @Test
    void anAnswerCountsOnlyFromWhoeverAnswers() {
        assertThat(post.take(attendee("REPLY", "eve@example.com", "bob@example.com", "DECLINED")))
                .isEqualTo(KEPT);
        assertThat(post.take(attendee("COUNTER", "eve@example.com", "bob@example.com", "TENTATIVE")))
                .isEqualTo(KEPT);

        assertThat(post.events()).isEmpty();
        assertThat(post.reasons()).allMatch(reason -> reason.contains("may be forged"));
    }

    @Test
    void anAnswerToAnOldRevisionIsLeftAlone() {
        post.take(organizer("REQUEST", 2, "20260301T080000Z", NINE));

        assertThat(post.take(attendee("REPLY", "bob@example.com", "bob@example.com", "ACCEPTED")))
                .isEqualTo(LEFT);
        assertThat(post.data("meeting.answered")).isEmpty();
    }

    @Test
    void aCounterProposesAndMovesNothing() {
        post.take(attendee("COUNTER", "bob@example.com", "bob@example.com", "TENTATIVE"));

        assertThat(post.data("meeting.answered"))
                .singleElement()
                .asString()
                .contains("\"answers\":{\"status\":\"counter\",\"start\":\"2026-03-09T10:00:00Z\"");
    }

    @Test
    void nobodyElseCancelsAMeeting() {
        post.take(organizer("REQUEST", 0, "20260301T080000Z", NINE));
        String forged =
                calendar("CANCEL", 1, "20260301T090000Z", "X-A:b").replace("maja@acme.example", "eve@example.com");

        assertThat(post.take(mail("eve@example.com", "text/calendar; method=CANCEL", forged)))
                .isEqualTo(KEPT);
        assertThat(post.data("meeting.cancelled")).isEmpty();
    }

    @Test
    void anOrganizerMayHaveAnAddressOfAnyLength() {
        String address = "m".repeat(400) + "@acme.example";
        String request = calendar("REQUEST", 0, "20260301T080000Z", NINE).replace("maja@acme.example", address);
        String cancel = calendar("CANCEL", 1, "20260301T090000Z", "X-A:b").replace("maja@acme.example", address);

        assertThat(post.take(mail("maja@acme.example", "text/calendar", request)))
                .isEqualTo(TAKEN);
        assertThat(post.take(mail("maja@acme.example", "text/calendar", cancel)))
                .isEqualTo(TAKEN);
        assertThat(inOrder()).containsExactly("meeting.booked", "meeting.cancelled");
    }

    @Test
    void aCancellationThatNeitherCountsUpNorIsStampedAnewWinsOverTheRequest() {
        post.take(organizer("REQUEST", 0, "20260301T080000Z", NINE));
        assertThat(post.take(organizer("CANCEL", 0, "20260301T080000Z", "X-A:b")))
                .isEqualTo(TAKEN);
        assertThat(post.take(organizer("REQUEST", 0, "20260301T080000Z", NINE))).isEqualTo(TAKEN);

        assertThat(inOrder()).containsExactly("meeting.booked", "meeting.cancelled");
    }

    @Test
    void nobodyElseCancelsADateOfASeries() {
        post.take(organizer("REQUEST", 0, "20260301T080000Z", NINE + "\nRRULE:FREQ=WEEKLY;COUNT=5"));
        String forged = calendar("CANCEL", 1, "20260301T090000Z", "RECURRENCE-ID:20260316T090000Z")
                .replace("maja@acme.example", "eve@example.com");

        assertThat(post.take(mail("eve@example.com", "text/calendar; method=CANCEL", forged)))
                .isEqualTo(KEPT);
    }

    @Test
    void noIdOfAnEventNamesAPerson() {
        post.take(attendee("REPLY", "bob@example.com", "bob@example.com", "ACCEPTED"));

        assertThat(post.database
                        .tx()
                        .call(em -> em.createQuery("select e.key.eventId from EventRow e", String.class)
                                .getResultList())
                        .toString())
                .startsWith("[m1@acme:reply:1:2026-03-01T10:00:00Z:")
                .doesNotContainIgnoringCase("bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLISH", "REFRESH", "DECLINECOUNTER", "ADD"})
    void otherMethodsAreLeftAlone(String method) {
        assertThat(post.take(organizer(method, 0, "20260301T080000Z", NINE))).isEqualTo(LEFT);
        assertThat(post.reasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART;TZID=Europe/Berlin:20260309T100000 | DTEND;TZID=Europe/Berlin:20260309T103000 | 09:00 | 09:30",
                "DTSTART;TZID=W. Europe Standard Time:20260309T100000 | DURATION:PT45M | 09:00 | 09:45",
                "DTSTART:20260309T090000 | DURATION:PT1H | 09:00 | 10:00",
                "DTSTART:20260309T090000Z | X-NOTHING:x | 09:00 | 09:00",
                "DTSTART;TZID=Own:20260309T100000 | DURATION:PT1H | 08:00 | 09:00"
            })
    void timesAreReadInEveryForm(String start, String end, String from, String to) {
        String zone = "BEGIN:VTIMEZONE\nTZID:Own\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0200\n"
                + "TZOFFSETTO:+0200\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT";
        String calendar =
                calendar("REQUEST", 0, "20260301T080000Z", start + "\n" + end).replaceFirst("BEGIN:VEVENT", zone);

        assertThat(post.take(mail("maja@acme.example", "text/calendar; method=REQUEST", calendar)))
                .isEqualTo(TAKEN);
        assertThat(post.data("meeting.booked"))
                .singleElement()
                .asString()
                .contains("\"start\":\"2026-03-09T" + from, "\"end\":\"2026-03-09T" + to);
    }

    @Test
    void aWholeDayIsFromMidnightToMidnight() {
        post.take(organizer("REQUEST", 0, "20260301T080000Z", "DTSTART;VALUE=DATE:20260309"));

        assertThat(post.data("meeting.booked"))
                .singleElement()
                .asString()
                .contains("\"start\":\"2026-03-09T00:00:00Z\"", "\"end\":\"2026-03-10T00:00:00Z\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART;TZID=Mars/Olympus:20260309T100000",
                "DTSTART:2026-03-09",
                "DTEND:20260309T100000Z",
                "DTSTART:20260309T100000Z\nSEQUENCE:many",
                "DTSTART:20260309T100000Z\nATTENDEE:mailto:a b c"
            })
    void whatCannotBeReadIsKept(String lines) {
        assertThat(post.take(organizer("REQUEST", 0, "20260301T080000Z", lines)))
                .isEqualTo(KEPT);
        assertThat(post.events()).isEmpty();
    }

    @Test
    void aMailThatSaysAnotherMethodThanItsCalendarIsKept() {
        String calendar = calendar("CANCEL", 0, "20260301T080000Z", NINE);

        assertThat(post.take(mail("maja@acme.example", "text/calendar; method=REQUEST", calendar)))
                .isEqualTo(KEPT);
        assertThat(post.reasons()).containsExactly("the mail says another method than the calendar in it");
    }

    @Test
    void anInvitationInAnAttachmentBesideItselfIsOne() {
        String calendar = calendar("REQUEST", 0, "20260301T080000Z", NINE);
        String base64 = Base64.getMimeEncoder().encodeToString(calendar.getBytes(StandardCharsets.UTF_8));
        String body = "--b\nContent-Type: text/plain\n\nYou are invited.\n--b\n"
                + "Content-Type: text/calendar; charset=utf-8; method=REQUEST\n\n" + calendar + "\n--b\n"
                + "Content-Type: application/ics; name=invite.ics\nContent-Disposition: attachment\n"
                + "Content-Transfer-Encoding: base64\n\n" + base64 + "\n--b--\n";

        assertThat(post.take(mail("maja@acme.example", "multipart/mixed; boundary=b", body)))
                .isEqualTo(TAKEN);
        assertThat(post.events()).hasSize(1);
    }

    @Test
    void aCalendarThatAnswersByItselfCounts() {
        byte[] reply = attendee("REPLY", "bob@example.com", "bob@example.com", "ACCEPTED");
        String mail = "Return-Path: <>\r\nAuto-Submitted: auto-replied\r\n" + new String(reply, StandardCharsets.UTF_8);

        assertThat(post.take(mail.getBytes(StandardCharsets.UTF_8))).isEqualTo(TAKEN);
    }

    @Test
    void answersToParleysOwnInvitationsAreOfTheConversationThatTheyCameOutOf() {
        post.own = ours(1);

        assertThat(post.take(attendee("REPLY", "bob@example.com", "bob@example.com", "DECLINED")))
                .isEqualTo(TAKEN);

        assertThat(post.events()).containsExactly("meeting.answered web");
        assertThat(post.data("meeting.answered"))
                .singleElement()
                .asString()
                .contains("\"uid\":\"m1\"", "\"status\":\"declined\"", "\"sequence\":1");
    }

    @Test
    void anAnswerToWhatParleyNoLongerInvitesToIsLeftAlone() {
        post.own = ours(2);

        assertThat(post.take(attendee("REPLY", "bob@example.com", "bob@example.com", "ACCEPTED")))
                .isEqualTo(LEFT);
        assertThat(post.events()).isEmpty();
    }

    @Test
    void nobodyElseAnswersMovesOrCallsOffWhatParleyInvitedTo() {
        post.own = ours(1);

        assertThat(post.take(attendee("REPLY", "eve@example.com", "bob@example.com", "ACCEPTED")))
                .as("forged")
                .isEqualTo(KEPT);
        assertThat(post.take(attendee("REPLY", "eve@example.com", "eve@example.com", "ACCEPTED")))
                .as("not invited")
                .isEqualTo(KEPT);
        assertThat(post.take(organizer("CANCEL", 9, "20260301T110000Z", TEN))).isEqualTo(KEPT);
        assertThat(post.take(organizer("REQUEST", 9, "20260301T110000Z", TEN))).isEqualTo(KEPT);

        assertThat(post.events()).isEmpty();
        assertThat(post.reasons())
                .anyMatch(reason -> reason.contains("it may be forged"))
                .anyMatch(reason -> reason.contains("somebody who was not invited"))
                .anyMatch(reason -> reason.contains("only Parley changes it"));
    }

    private static OwnMeetings ours(int sequence) {
        return uid -> uid.equals("m1@acme") ? Optional.of(new Ours(sequence)) : Optional.empty();
    }

    /** A meeting that Bob was invited to. */
    private record Ours(int sequence) implements OwnMeetings.Own {

        @Override
        public String source() {
            return "web";
        }

        @Override
        public String uid() {
            return "m1";
        }

        @Override
        public boolean invited(String email) {
            return email.equals("bob@example.com");
        }
    }

    /** Messages that real calendars have sent, from a folder named by a property. */
    @Test
    @EnabledIfSystemProperty(named = "parley.itip", matches = ".+")
    void realMessagesAreReadOrKeptWithAReason() throws Exception {
        try (var files = Files.list(Path.of(System.getProperty("parley.itip")))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".ics")).toList()) {
                for (String calendar : Files.readString(file).split("(?=BEGIN:VCALENDAR)", -1)) {
                    post.take(mail("b@example.com", "text/calendar", calendar.strip() + "\n"));
                }
            }
        }
        assertThat(post.data("meeting.booked")).isNotEmpty();
        assertThat(post.data("meeting.answered")).isNotEmpty();
    }

    private List<String> inOrder() {
        return post.database.tx().call(em -> em.createQuery(
                        "select e.type from EventRow e order by e.position", String.class)
                .getResultList());
    }

    private static byte[] organizer(String method, int sequence, String stamp, String lines) {
        return mail(
                "maja@acme.example",
                "text/calendar; charset=utf-8; method=" + method,
                calendar(method, sequence, stamp, lines));
    }

    /** To the second revision. */
    private static byte[] attendee(String method, String from, String attendee, String status) {
        String calendar = calendar(method, 1, "20260301T100000Z", TEN)
                .replaceFirst(
                        "ATTENDEE[^\n]*\n [^\n]*\n", "ATTENDEE;PARTSTAT=" + status + ":MAILTO:" + attendee + "\n");
        return mail(from, "text/calendar; method=" + method, calendar);
    }

    private static byte[] mail(String from, String type, String body) {
        return Mails.mail(
                "From: " + from + "\nSubject: Demo\nDate: Mon, 2 Mar 2026 10:05:00 +0000\nContent-Type: " + type + "\n",
                body);
    }

    private static String calendar(String method, int sequence, String stamp, String lines) {
        return """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Acme//Calendar//EN
                METHOD:%s
                BEGIN:VEVENT
                UID:m1@acme
                DTSTAMP:%s
                SEQUENCE:%d
                ORGANIZER;CN="Maja, Sales":mailto:maja@acme.example
                ATTENDEE;CN=Bob;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:
                 Bob@example.com
                SUMMARY:Demo\\; all of it
                %s
                END:VEVENT
                END:VCALENDAR
                """
                .formatted(method, stamp, sequence, lines);
    }
}
