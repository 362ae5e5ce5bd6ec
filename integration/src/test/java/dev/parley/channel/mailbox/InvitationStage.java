package dev.parley.channel.mailbox;

import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Mails as calendar programs write them, and a mailbox that takes them. */
abstract class InvitationStage {
    static final String NINE = "DTSTART:20260309T090000Z\nDTEND:20260309T093000Z";
    static final String TEN = "DTSTART:20260309T100000Z\nDTEND:20260309T103000Z";

    final Post post = new Post();

    @AfterEach
    void close() {
        post.close();
    }

    static byte[] organizer(String method, int sequence, String stamp, String lines) {
        return mail(
                "maja@acme.example",
                "text/calendar; charset=utf-8; method=" + method,
                calendar(method, sequence, stamp, lines));
    }

    /** To the second revision. */
    static byte[] attendee(String method, String from, String attendee, String status) {
        String calendar = calendar(method, 1, "20260301T100000Z", TEN)
                .replaceFirst(
                        "ATTENDEE[^\n]*\n [^\n]*\n", "ATTENDEE;PARTSTAT=" + status + ":MAILTO:" + attendee + "\n");
        return mail(from, "text/calendar; method=" + method, calendar);
    }

    static byte[] mail(String from, String type, String body) {
        return Mails.mail(
                "From: " + from + "\nSubject: Demo\nDate: Mon, 2 Mar 2026 10:05:00 +0000\nContent-Type: " + type + "\n",
                body);
    }

    static String calendar(String method, int sequence, String stamp, String lines) {
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

    List<String> inOrder() {
        return post.database.tx().call(em -> em.createQuery(
                        "select e.type from EventRow e order by e.position", String.class)
                .getResultList());
    }
}
