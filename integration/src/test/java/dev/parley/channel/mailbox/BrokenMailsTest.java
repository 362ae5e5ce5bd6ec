package dev.parley.channel.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails that broke on their way are taken, left or kept with a reason; none makes Parley fail, or is lost. */
class BrokenMailsTest {

    private static final Post POST = new Post();
    private static final Mailroom MAILROOM = POST.mailroom();
    private static final int CUTS = 30;
    private static final int SPOILT = 20;
    private static final String BOUNDARY = "Content-Type: multipart/mixed; boundary=\"=_b\"\nMIME-Version: 1.0";
    private static final String INVITATION =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Example//EN
            METHOD:REQUEST
            BEGIN:VEVENT
            UID:m1@northwind.example
            SEQUENCE:1
            DTSTAMP:20260301T090000Z
            DTSTART;TZID=Europe/Stockholm:20260310T100000
            DTEND;TZID=Europe/Stockholm:20260310T103000
            SUMMARY:Demo
            ORGANIZER;CN=Ida:mailto:ida@company.example
            ATTENDEE;CN="Ann Berg";PARTSTAT=NEEDS-ACTION:mailto:ann@northwind.example
            RRULE:FREQ=WEEKLY;COUNT=3
            END:VEVENT
            END:VCALENDAR
            """;

    private static final List<byte[]> WHOLE = List.of(
            Mails.transcript("Message-ID: <1@acme>"),
            Mails.zendesk(
                    "KDA5OjU4OjEyIEFNKSBBbm46IEdyw7zDn2UKKDA5OjU4OjQxIEFNKSBNYWphOiBIZWohCg==\n",
                    "Content-Type: text/plain; charset=UTF-8",
                    "Content-Transfer-Encoding: base64"),
            Mails.zendesk(
                    "<p>(09:58:12 AM) Ann: Gr=C3=BC=C3=9Fe</p><table><tr><td>(09:58:41 AM)</td><td>Maja: Hej</td></tr></table>\n",
                    "Content-Type: text/html; charset=UTF-8",
                    "Content-Transfer-Encoding: quoted-printable"),
            Mails.stranger(
                    "--=_b\nContent-Type: text/plain\n\nSee below.\n--=_b\n"
                            + "Content-Type: text/calendar; method=REQUEST; charset=UTF-8\n\n" + INVITATION
                            + "--=_b--\n",
                    BOUNDARY),
            Mails.zendesk(
                    "--=_b\nContent-Type: message/rfc822\n\nFrom: a@b.example\nSubject: =?utf-8?Q?Gr=C3?=\n\nHi\n--=_b\n"
                            + "Content-Type: text/plain; charset=utf-16\n\n(09:58:12 AM) Ann: Hi\n--=_b--\n",
                    BOUNDARY,
                    "Received: from a by b; Mon, 2 Mar 2026 10:05:00 +0000"));

    @AfterAll
    static void close() {
        POST.close();
    }

    static Stream<byte[]> broken() {
        return IntStream.range(0, WHOLE.size())
                .boxed()
                .flatMap(i -> Stream.concat(cut(WHOLE.get(i)), spoilt(WHOLE.get(i), new Random(i))));
    }

    private static Stream<byte[]> cut(byte[] mail) {
        return IntStream.range(0, CUTS).mapToObj(i -> Arrays.copyOf(mail, (int) ((long) mail.length * i / CUTS)));
    }

    /** Up to five bytes of it are others. */
    private static Stream<byte[]> spoilt(byte[] mail, Random random) {
        return IntStream.range(0, SPOILT).mapToObj(i -> {
            byte[] other = mail.clone();
            for (int n = random.nextInt(5); n >= 0; n--) {
                other[random.nextInt(other.length)] = (byte) random.nextInt(256);
            }
            return other;
        });
    }

    @ParameterizedTest
    @MethodSource("broken")
    void areTakenLeftOrKeptWithAReason(byte[] mail) {
        long kept = POST.unread.count();

        Mailroom.Outcome outcome = MAILROOM.take(new FetchedMail(mail, true, '/'));

        assertThat(outcome).isNotNull();
        if (outcome == Mailroom.Outcome.KEPT) {
            String reason = POST.unread.list().get(0).reason();
            assertThat(reason)
                    .as(new String(mail, StandardCharsets.ISO_8859_1))
                    .doesNotContain("Parley failed on it")
                    .doesNotContain("Ann Berg");
            assertThat(POST.unread.count()).isGreaterThanOrEqualTo(kept);
        }
    }
}
