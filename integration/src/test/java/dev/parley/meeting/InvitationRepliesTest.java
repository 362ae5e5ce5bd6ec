package dev.parley.meeting;

import static dev.parley.meeting.Shop.event;
import static dev.parley.meeting.Shop.later;
import static dev.parley.meeting.Shop.start;
import static dev.parley.meeting.Shop.uid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MeetingStatus;
import dev.parley.meeting.Shop.Letter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What those who were invited answer: accept, decline, or propose another time. */
class InvitationRepliesTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whoDeclinesGivesTheTimeBackAndWhoProposesAnotherThatIsFreeGetsIt() {
        Slot booked = shop.books(0);
        Slot proposed = later(booked, Duration.ofDays(1));
        shop.replies("counter", 0, proposed);
        shop.answers();
        assertThat(start(event(shop.letters().get(1)))).isEqualTo(proposed.start());
        assertThat(shop.meeting().start()).isEqualTo(proposed.start());

        shop.replies("declined", 0, null);
        shop.answers();
        assertThat(shop.letters()).as("that was the time before").hasSize(2);

        shop.replies("declined", 1, null);
        shop.answers();
        assertThat(shop.letters()).extracting(Letter::method).containsExactly("REQUEST", "REQUEST", "CANCEL");
        assertThat(shop.meeting().status()).isEqualTo(MeetingStatus.CANCELLED);
        assertThat(shop.meeting().reason()).isEqualTo("declined");
        assertThat(shop.holds().taken("ada", new MeetingKey("web", "other"))).isEmpty();
    }

    @Test
    void whoAcceptsChangesNothing() {
        shop.books(0);
        shop.replies("accepted", 0, null);

        assertThat(shop.answers()).isEmpty();
        assertThat(shop.meeting().replies()).hasSize(1);
        assertThat(shop.meeting().status()).isEqualTo(MeetingStatus.BOOKED);
    }

    @Test
    void aTimeThatIsProposedAndTakenIsAnsweredWithOthers() {
        Slot booked = shop.books(0);
        Slot taken = later(booked, Duration.ofDays(1));
        shop.holds().confirm("ada", new MeetingKey("web", "other"), taken);
        shop.replies("counter", 0, taken);

        assertThat(shop.answers()).singleElement().satisfies(event -> {
            assertThat(event.envelope().type()).isEqualTo("meeting.slots.offered");
            assertThat(event.envelope().data().path("reason").asText()).isEqualTo("taken");
        });
        assertThat(shop.letters()).hasSize(1);
    }

    @Test
    void aGuestWhoProposesATimeWithoutEndIsOfferedOthers() {
        Slot booked = shop.books(0);
        shop.replies(
                "counter", 0, new Slot(booked.start().plus(Duration.ofDays(1)), Instant.parse("9000-01-01T00:00:00Z")));

        assertThat(shop.answers())
                .extracting(event -> event.envelope().type())
                .containsExactly("meeting.slots.offered");
        assertThat(shop.waiting()).isEmpty();
    }

    @Test
    void itIsKnownWhoWasInvitedToWhatAndNobodyElseIs() {
        shop.books(0);
        Invited.Meeting meeting = shop.invited().find(uid()).orElseThrow();

        assertThat(meeting.uid()).isEqualTo("m1");
        assertThat(meeting.invited().test("LENA@oberg.example")).isTrue();
        assertThat(meeting.invited().test("eve@oberg.example")).isFalse();
        assertThat(shop.invited().find("another@mail.example")).isEmpty();
    }
}
