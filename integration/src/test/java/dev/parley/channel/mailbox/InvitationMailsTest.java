package dev.parley.channel.mailbox;

import static dev.parley.channel.mailbox.Mailroom.Outcome.TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What invitations that come by mail say, from their bytes to the store, in whatever order they come. */
class InvitationMailsTest extends InvitationStage {
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
    void aNewRevisionStandsAfterTheOldOneEvenIfTheOrganizersClockWentBack() {
        post.take(organizer("REQUEST", 1, "20260301T120000Z", NINE));
        post.take(organizer("REQUEST", 2, "20260301T080000Z", TEN));
        post.take(organizer("CANCEL", 2, "20260301T090000Z", "COMMENT:Ill"));

        // Events are ordered by time first, then by sequence: the order of the store is the order of the revisions.
        assertThat(inOrder()).containsExactly("meeting.booked", "meeting.rescheduled", "meeting.cancelled");
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
    void anEventOfASeriesIsAMeetingOfItsOwn() {
        post.take(organizer("REQUEST", 0, "20260301T080000Z", NINE + "\nRRULE:FREQ=WEEKLY;COUNT=5"));
        post.take(organizer("REQUEST", 1, "20260301T090000Z", TEN + "\nRECURRENCE-ID:20260316T090000Z"));
        post.take(organizer("CANCEL", 0, "20260301T100000Z", "RECURRENCE-ID;VALUE=DATE-TIME:20260323T090000Z"));

        assertThat(post.data("meeting.booked")).anySatisfy(data -> assertThat(data)
                .contains("\"uid\":\"m1@acme/20260316T090000Z\"", "\"seriesUid\":\"m1@acme\""));
        assertThat(post.data("meeting.rescheduled")).isEmpty();
        assertThat(post.data("meeting.cancelled")).singleElement().asString().contains("m1@acme/20260323T090000Z");
    }
}
