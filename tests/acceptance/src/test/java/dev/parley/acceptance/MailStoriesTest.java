package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Services and people send mail, and the org shows what was said and when one meets. */
class MailStoriesTest {

    private static final MailServer MAIL = MailServer.start();

    @RegisterExtension
    static final Installation PARLEY = Installation.with(MAIL.settings());

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.HOURS);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final DateTimeFormatter ICAL =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();

    @AfterAll
    static void stop() throws Exception {
        MAIL.empty();
    }

    @Test
    void aTranscriptBecomesAConversation() {
        Instant begun = Instant.now().minus(Duration.ofMinutes(10));
        int read = MAIL.count("Parley/Read");
        MAIL.send(
                "bounces@zendesk.com",
                mail("chat@acme.zendesk.com", "Chat with Ann Berg", "text/plain; charset=utf-8")
                        + """
                        Chat started: %s UTC
                        Email: ann@berg.example

                        (%s) Ann Berg: Do you ship to Norway?
                        (%s) Maja: We do, within three days.
                        """
                                .formatted(
                                        clock("yyyy-MM-dd hh:mm a", begun),
                                        clock("hh:mm:ss a", begun),
                                        clock("hh:mm:ss a", begun.plusSeconds(29))));
        awaitMoved("Parley/Read", read + 1);

        JsonNode conversation = org.one(
                "SELECT External_Id__c, Message_Count__c, Lead__r.Email FROM Chat_Conversation__c WHERE Source__c = 'zendesk'");
        assertThat(conversation.path("Message_Count__c").asInt()).isEqualTo(2);
        assertThat(conversation.at("/Lead__r/Email").asText()).isEqualTo("ann@berg.example");
        String[] key = conversation.path("External_Id__c").asText().split(":", 2);
        assertThat(Transcript.texts(org, Chat.of(key[1]).from(key[0])))
                .containsExactly("Do you ship to Norway?", "We do, within three days.");
    }

    @Test
    void anInvitationIsBookedMovedAnsweredAndCancelledAsOneMeeting() {
        invite("REQUEST", "m1", 0, start(1));
        assertThat(meeting("m1")).isEqualTo("Booked " + start(1));
        invite("REQUEST", "m1", 1, start(2));
        assertThat(meeting("m1")).isEqualTo("Rescheduled " + start(2));
        invite("REQUEST", "m1", 0, start(1));
        reply("REPLY", "m1", 1, "ACCEPTED", start(2));
        reply("COUNTER", "m1", 1, "TENTATIVE", start(3));
        assertThat(meeting("m1"))
                .as("an old revision, an answer and a proposal move nothing")
                .isEqualTo("Rescheduled " + start(2));
        invite("CANCEL", "m1", 2, start(2));
        assertThat(meeting("m1")).isEqualTo("Cancelled " + start(2));
    }

    @Test
    void cancellingASeriesCancelsItsSingleDates() {
        String date = "RECURRENCE-ID:" + ICAL.format(start(8)) + "\n";
        invite("REQUEST", "s1", 0, start(1), "RRULE:FREQ=WEEKLY;COUNT=3\n");
        invite("REQUEST", "s1", 1, start(9), date);
        assertThat(meetingAt(start(9))).isEqualTo("Booked");
        invite("CANCEL", "s1", 2, start(1), "");

        assertThat(meeting("s1")).isEqualTo("Cancelled " + start(1));
        assertThat(meetingAt(start(9))).isEqualTo("Cancelled");
    }

    @Test
    void whatCannotBeReadIsInItsFolderAndAmongTheDeadLettersWithTheReason() {
        int unread = MAIL.count("Parley/Unread");
        MAIL.send("bob@people.example", mail("bob@people.example", "Hello", "text/plain") + "Please call me\n");
        MAIL.send(
                "bob@people.example",
                mail("bob@people.example", "Demo", "text/calendar; method=REQUEST") + "BEGIN:VCALENDAR\nnonsense\n");
        awaitMoved("Parley/Unread", unread + 2);

        assertThat(reasons())
                .anyMatch(reason -> reason.contains("no file in transcripts is for this mail"))
                .anyMatch(reason -> reason.contains("the calendar is not as RFC 5545 has it"));
    }

    @Test
    void aBounceAndAnAutomaticAnswerAreLeftAlone() {
        int read = MAIL.count("Parley/Read");
        int letters = reasons().size();
        String report =
                """
                --b
                Content-Type: text/plain

                I'm sorry to have to inform you that your message could not be delivered.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.elsewhere.example

                Final-Recipient: rfc822; nobody@elsewhere.example
                Action: failed
                Status: 5.1.1
                --b--
                """;
        MAIL.send(
                "mailer-daemon@elsewhere.example",
                mail(
                                "MAILER-DAEMON@elsewhere.example",
                                "Undelivered Mail Returned to Sender",
                                "multipart/report; report-type=delivery-status; boundary=b")
                        + report);
        MAIL.send(
                "bob@people.example",
                "Auto-Submitted: auto-replied\n" + mail("bob@people.example", "Out of office", "text/plain")
                        + "I am away until Monday.\n");
        awaitMoved("Parley/Read", read + 2);

        assertThat(reasons()).hasSize(letters);
        assertThat(org.count("Chat_Conversation__c WHERE External_Id__c LIKE '%elsewhere%'"))
                .isZero();
    }

    /** Only a server that delivers mail can fail to do so. */
    @Test
    @EnabledIfEnvironmentVariable(named = "MAIL_STORIES_SMTP", matches = ".+")
    void whatTheMailServerItselfReturnsIsLeftAlone() {
        int read = MAIL.count("Parley/Read");
        int letters = reasons().size();
        MAIL.send(
                MailServer.ADDRESS,
                "nobody@elsewhere.example",
                mail(MailServer.ADDRESS, "Hello", "text/plain") + "Are you there?\n");
        awaitMoved("Parley/Read", read + 1);

        assertThat(reasons()).hasSize(letters);
    }

    private static String clock(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    private void awaitMoved(String folder, int mails) {
        await(mails + " mails in " + folder)
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> MAIL.count(folder) == mails && MAIL.count("INBOX") == 0);
        chats.awaitDelivery();
    }

    private List<String> reasons() {
        return chats.admin("GET", "/v1/dead-letters").findValuesAsText("message");
    }

    private static Instant start(int day) {
        return NOW.plus(Duration.ofDays(day));
    }

    /** Status and start of the only record of the meeting. */
    private String meeting(String uid) {
        JsonNode meeting = org.one(
                "SELECT Status__c, Start__c FROM Chat_Meeting__c WHERE External_Id__c = 'invitations:" + uid + "'");
        return meeting.path("Status__c").asText() + " "
                + meeting.path("Start__c").asText().replace(".000+0000", "Z");
    }

    private String meetingAt(Instant start) {
        return org.one("SELECT Status__c FROM Chat_Meeting__c WHERE Start__c = " + start)
                .path("Status__c")
                .asText();
    }

    private void invite(String method, String uid, int revision, Instant start) {
        invite(method, uid, revision, start, "");
    }

    private void invite(String method, String uid, int revision, Instant start, String more) {
        sendCalendar("olga@company.example", method, uid, revision, "NEEDS-ACTION", start, more);
    }

    private void reply(String method, String uid, int revision, String status, Instant start) {
        sendCalendar("bob@people.example", method, uid, revision, status, start, "");
    }

    private void sendCalendar(
            String from, String method, String uid, int revision, String status, Instant start, String more) {
        String calendar =
                """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Company//Calendar//EN
                METHOD:%s
                BEGIN:VEVENT
                UID:%s
                SEQUENCE:%d
                DTSTAMP:%s
                ORGANIZER;CN=Olga:mailto:olga@company.example
                ATTENDEE;CN=Bob;PARTSTAT=%s:mailto:bob@people.example
                SUMMARY:Pumps
                DTSTART:%s
                DTEND:%s
                %sEND:VEVENT
                END:VCALENDAR
                """
                        .formatted(
                                method,
                                uid,
                                revision,
                                ICAL.format(NOW.plusSeconds(revision)),
                                status,
                                ICAL.format(start),
                                ICAL.format(start.plus(HALF_AN_HOUR)),
                                more);
        int read = MAIL.count("Parley/Read");
        MAIL.send(from, mail(from, "Pumps", "text/calendar; charset=utf-8; method=" + method) + calendar);
        awaitMoved("Parley/Read", read + 1);
    }

    private static String mail(String from, String subject, String type) {
        return """
                From: %s
                To: %s
                Subject: %s
                Date: %s
                MIME-Version: 1.0
                Content-Type: %s

                """
                .formatted(
                        from,
                        MailServer.ADDRESS,
                        subject,
                        DateTimeFormatter.RFC_1123_DATE_TIME
                                .withZone(ZoneOffset.UTC)
                                .format(NOW),
                        type);
    }
}
