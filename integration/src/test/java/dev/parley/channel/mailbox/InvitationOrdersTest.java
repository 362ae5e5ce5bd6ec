package dev.parley.channel.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.MeetingState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Invitations come in any order, some of them twice: where a meeting stands is a matter of their revisions alone. */
class InvitationOrdersTest {

    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Instant SENT = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant NINE = Instant.parse("2026-03-09T09:00:00Z");
    private static final List<String> DATES = List.of("20260316T090000Z", "20260323T090000Z");

    private static final AtomicInteger MEETINGS = new AtomicInteger();
    private static Post post;

    /**
     * A message of the organizer.
     *
     * @param date the series itself if null
     */
    record Message(boolean cancels, String date, int sequence, int minute, int hour) {

        private static final Comparator<Message> REVISIONS = Comparator.comparing(Message::sequence)
                .thenComparing(Message::minute)
                .thenComparing(Message::cancels);

        Instant start() {
            return NINE.plusSeconds(3600L * hour);
        }

        boolean isAbout(String other) {
            return date == null ? other == null : date.equals(other);
        }
    }

    @BeforeContainer
    static void open() {
        post = new Post();
    }

    @AfterContainer
    static void close() {
        post.close();
    }

    @Property(tries = 30)
    void whereAMeetingStandsIsAMatterOfItsRevisionsAlone(
            @ForAll("messages") List<Message> messages, @ForAll long seed) {
        Random random = new Random(seed);
        String uid = "m" + MEETINGS.incrementAndGet();
        List<byte[]> mails = new ArrayList<>();
        messages.forEach(message -> mails.add(random.nextInt(mails.size() + 1), mail(uid, message)));
        messages.forEach(message -> mails.add(random.nextInt(mails.size() + 1), mail(uid, message)));
        mails.add(random.nextInt(mails.size() + 1), answer(uid));
        mails.forEach(post::take);

        Stream.concat(Stream.of((String) null), DATES.stream())
                .forEach(date -> assertThat(stands(Invitation.key(uid, date)))
                        .as("%s after %s", date, messages)
                        .isEqualTo(expected(messages, date)));
    }

    /** What RFC 5546 makes of all the messages together. */
    private static Optional<String> expected(List<Message> messages, String date) {
        List<Message> own =
                messages.stream().filter(message -> message.isAbout(date)).toList();
        Stream<Message> withSeries = messages.stream()
                .filter(message -> message.cancels() && message.date() == null && date != null)
                .flatMap(series -> own.stream()
                        .filter(request -> !request.cancels() && request.minute() <= series.minute())
                        .map(request -> new Message(true, date, request.sequence(), series.minute(), 0)));
        String status = null;
        Message before = null;
        Instant start = null;
        for (Message each : Stream.concat(own.stream(), withSeries)
                .sorted(Message.REVISIONS)
                .toList()) {
            if (each.cancels()) {
                status = "CANCELLED";
            } else if (before == null || before.cancels()) {
                status = "BOOKED";
            } else if (each.hour() != before.hour()) {
                status = "RESCHEDULED";
            }
            start = each.cancels() ? start : each.start();
            before = each;
        }
        return start == null ? Optional.empty() : Optional.of(status + " " + start);
    }

    private static Optional<String> stands(String uid) {
        List<MeetingState> meetings = post.meetings(new ConversationKey("invitations", uid)).stream()
                .filter(MeetingState::isScheduled)
                .toList();
        assertThat(meetings).hasSizeLessThan(2);
        return meetings.stream().findFirst().map(meeting -> meeting.status().name() + " " + meeting.start());
    }

    /** No two that say of one revision different things. */
    @Provide
    Arbitrary<List<Message>> messages() {
        return Combinators.combine(
                        Arbitraries.frequency(Tuple.of(3, false), Tuple.of(1, true)),
                        Arbitraries.of(DATES).injectNull(0.4),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 1))
                .as(Message::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .uniqueElements(message -> List.of(
                        message.cancels(), String.valueOf(message.date()), message.sequence(), message.minute()));
    }

    private static byte[] mail(String uid, Message message) {
        String method = message.cancels() ? "CANCEL" : "REQUEST";
        String date = message.date() == null ? "" : "RECURRENCE-ID:" + message.date() + "\n";
        String start = BASIC.format(message.start());
        return mail(
                "maja@acme.example",
                method,
                uid,
                message.sequence(),
                message.minute(),
                date + "DTSTART:" + start + "\nDTEND:" + start + "\nATTENDEE:mailto:bob@example.com");
    }

    private static byte[] answer(String uid) {
        return mail("bob@example.com", "REPLY", uid, 1, 3, "ATTENDEE;PARTSTAT=DECLINED:mailto:bob@example.com");
    }

    private static byte[] mail(String from, String method, String uid, int sequence, int minute, String lines) {
        return Mails.mail(
                "From: " + from + "\nSubject: Demo\nDate: Mon, 2 Mar 2026 10:05:00 +0000\nContent-Type: text/calendar;"
                        + " method=" + method + "\n",
                """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Acme//Calendar//EN
                METHOD:%s
                BEGIN:VEVENT
                UID:%s
                DTSTAMP:%s
                SEQUENCE:%d
                ORGANIZER:mailto:maja@acme.example
                %s
                END:VEVENT
                END:VCALENDAR
                """
                        .formatted(method, uid, BASIC.format(SENT.plusSeconds(60L * minute)), sequence, lines));
    }
}
