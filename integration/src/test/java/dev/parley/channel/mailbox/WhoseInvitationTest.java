package dev.parley.channel.mailbox;

import static dev.parley.channel.mailbox.Mailroom.Outcome.KEPT;
import static dev.parley.channel.mailbox.Mailroom.Outcome.LEFT;
import static dev.parley.channel.mailbox.Mailroom.Outcome.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Only whoever a meeting belongs to moves it, answers for themselves, or calls it off; nobody is named by an id. */
class WhoseInvitationTest extends InvitationStage {
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
    void nobodyElseCancelsADateOfASeries() {
        post.take(organizer("REQUEST", 0, "20260301T080000Z", NINE + "\nRRULE:FREQ=WEEKLY;COUNT=5"));
        String forged = calendar("CANCEL", 1, "20260301T090000Z", "RECURRENCE-ID:20260316T090000Z")
                .replace("maja@acme.example", "eve@example.com");

        assertThat(post.take(mail("eve@example.com", "text/calendar; method=CANCEL", forged)))
                .isEqualTo(KEPT);
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
}
