package dev.parley.channel.mailbox;

import static dev.parley.channel.mailbox.Mailroom.Outcome.KEPT;
import static dev.parley.channel.mailbox.Mailroom.Outcome.LEFT;
import static dev.parley.channel.mailbox.Mailroom.Outcome.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invitations in every form that mail and calendars have; what cannot be read is kept. */
class InvitationFormsTest extends InvitationStage {
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
}
