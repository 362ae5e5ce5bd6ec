package dev.parley.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MeetingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Times that stand in the CRM as another meeting of the seller's. */
class TakenSinceTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aMeetingIsNotMovedOntoAnotherHoweverFarOffThatIs() {
        Slot booked = shop.books(0);
        Slot far =
                new Slot(booked.start().plus(Duration.ofDays(200)), booked.end().plus(Duration.ofDays(200)));
        shop.events.add(far);
        shop.tells("meeting.rescheduled", Map.of("start", far.start(), "end", far.end()));
        shop.answers();

        assertThat(shop.meeting().start()).isEqualTo(booked.start());
        assertThat(shop.letters()).hasSize(1);
    }

    @Test
    void nobodyMakesUsAskForThousandsOfYears() {
        Slot booked = shop.books(0);
        shop.events.add(booked);
        shop.tells(
                "meeting.rescheduled",
                Map.of("start", booked.start().plus(Duration.ofDays(1)), "end", Instant.parse("9000-01-01T00:00:00Z")));
        shop.answers();

        assertThat(shop.askedUntil).isBefore(shop.now().plus(Duration.ofDays(401)));
        assertThat(shop.meeting().start()).isEqualTo(booked.start());
        assertThat(shop.waiting()).isEmpty();
    }

    @Test
    void whoCalledOffIsNotOfferedTheirOldTimeOnceAnotherHasIt() {
        Slot booked = shop.books(0);
        shop.tells("meeting.cancelled", Map.of());
        shop.answers();
        shop.events.add(booked);
        shop.tells("meeting.requested", Map.of());

        List<Slot> offered = new ArrayList<>();
        shop.answers().get(0).envelope().data().path("slots").forEach(slot -> offered.add(Shop.slot(slot)));
        assertThat(offered).hasSize(3).noneMatch(booked::overlaps);
    }

    @Test
    void aMeetingWithALongUidIsBookedLikeAnyOther() {
        shop.uid = "u".repeat(250);
        shop.books(0);

        assertThat(shop.said)
                .extracting(event -> event.envelope().id())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.length() <= 255 && id.startsWith("parley:meeting."));
        assertThat(shop.meeting().status()).isEqualTo(MeetingStatus.BOOKED);
    }

    @Test
    void aNameThatHoldsALineEndStaysOnItsLine() {
        var lena = new dev.parley.conversation.Person(
                null, "Lena\rX:1\u0085Öberg", "lena@oberg.example", null, null, null, null, null, null);

        assertThat(Attending.attendee(lena).toString().strip())
                .doesNotContain("\r", "\u0085")
                .contains("Lena X:1 Öberg");
        assertThat(Attending.organizer(lena).toString().strip()).doesNotContain("\r", "\u0085");
    }
}
