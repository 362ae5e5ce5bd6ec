package dev.parley.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MeetingStatus;
import dev.parley.meeting.Shop.Letter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Visitors who say something new while what they said before is still being answered. */
class OvertakenAnswersTest {

    private static final MeetingKey OTHER = new MeetingKey("web", "other");

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whoCallsOffBeforeTheirChoiceIsLookedAtIsNotBookedAfterAll() {
        Slot wanted = offered().get(0);
        List<Runnable> waiting = new ArrayList<>();
        shop.workers = waiting::add;
        Bookings bookings = shop.bookings();
        choose(wanted);
        bookings.answer();
        shop.tells("meeting.cancelled", Map.of());
        bookings.answer();

        assertThat(waiting).hasSize(2);
        waiting.get(1).run();
        waiting.get(0).run();
        rest();

        assertThat(shop.letters()).isEmpty();
        assertThat(shop.meeting().status()).isEqualTo(MeetingStatus.CANCELLED);
        assertThat(shop.holds().confirmed(new MeetingKey("web", "m1"))).isEmpty();
    }

    @Test
    void whoCallsOffWhileTheirTimeIsBeingBookedHasNoMeetingInTheEnd() {
        Slot wanted = offered().get(0);
        Bookings bookings = shop.bookings();
        during(() -> {
            shop.tells("meeting.cancelled", Map.of());
            bookings.answer();
        });
        choose(wanted);
        bookings.answer();
        rest();

        assertThat(shop.letters()).extracting(Letter::method).containsExactly("REQUEST", "CANCEL");
        assertThat(shop.meeting().status()).isEqualTo(MeetingStatus.CANCELLED);
        assertThat(shop.holds().taken("ada", OTHER)).isEmpty();
    }

    @Test
    void whoChoosesAnotherTimeWhileTheFirstIsBeingBookedHasTheOther() {
        List<Slot> offered = offered();
        Bookings bookings = shop.bookings();
        during(() -> {
            choose(offered.get(1));
            bookings.answer();
        });
        choose(offered.get(0));
        bookings.answer();
        rest();

        assertThat(shop.meeting().start()).isEqualTo(offered.get(1).start());
        assertThat(shop.meeting().status()).isIn(MeetingStatus.BOOKED, MeetingStatus.RESCHEDULED);
        assertThat(shop.holds().taken("ada", OTHER)).containsExactly(offered.get(1));
    }

    private List<Slot> offered() {
        shop.tells("meeting.requested", Map.of());
        List<Slot> offered = new ArrayList<>();
        shop.answers().get(0).envelope().data().path("slots").forEach(slot -> offered.add(Shop.slot(slot)));
        return offered;
    }

    private void choose(Slot slot) {
        shop.tells("meeting.requested", Map.of("start", slot.start(), "end", slot.end()));
    }

    private void during(Runnable what) {
        shop.meanwhile = () -> {
            shop.meanwhile = () -> {};
            what.run();
        };
    }

    /** Until nothing is to be looked at any more. */
    private void rest() {
        shop.workers = Runnable::run;
        shop.passes(Duration.ofSeconds(2));
        shop.answers();
    }
}
