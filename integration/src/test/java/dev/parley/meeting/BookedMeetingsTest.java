package dev.parley.meeting;

import static dev.parley.meeting.Shop.event;
import static dev.parley.meeting.Shop.later;
import static dev.parley.meeting.Shop.start;
import static dev.parley.meeting.Shop.uid;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.component.VEvent;
import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.MeetingStatus;
import dev.parley.meeting.Shop.Letter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a meeting that Parley booked: attendees, calendar and conversation are told of each change once. */
class BookedMeetingsTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whoBooksIsInvitedMovedAndCalledOffByOneEventInTheirCalendar() {
        Slot first = shop.books(0);
        shop.tells("meeting.requested", Map.of());
        Slot second = shop.chooses(1);
        shop.tells("meeting.cancelled", Map.of("reason", "Ill"));
        shop.answers();

        List<Letter> letters = shop.letters();
        assertThat(letters).extracting(Letter::to).containsOnly("lena@oberg.example");
        assertThat(letters).extracting(Letter::method).containsExactly("REQUEST", "REQUEST", "CANCEL");
        assertThat(letters)
                .extracting(Letter::subject)
                .containsExactly("Invitation: Meeting", "Changed: Meeting", "Cancelled: Meeting");
        List<VEvent> events = letters.stream().map(Shop::event).toList();
        assertThat(events)
                .extracting(event -> event.getUid().getValue())
                .hasSize(3)
                .containsOnly(uid());
        assertThat(events).extracting(event -> event.getSequence().getValue()).containsExactly(0, 1, 2);
        assertThat(events)
                .extracting(event -> event.getDateTimeStamp().getValue().toInstant())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(start(events.get(0))).isEqualTo(first.start());
        assertThat(start(events.get(1))).isEqualTo(second.start()).isNotEqualTo(first.start());
        assertThat(types())
                .containsExactly(
                        "meeting.slots.offered",
                        "meeting.confirmed",
                        "meeting.booked",
                        "meeting.slots.offered",
                        "meeting.confirmed",
                        "meeting.rescheduled");
        assertThat(shop.meeting().status()).isEqualTo(MeetingStatus.CANCELLED);
        assertThat(shop.meeting().start()).isEqualTo(second.start());
        assertThat(shop.holds().taken("ada", new MeetingKey("web", "other")))
                .as("released")
                .isEmpty();
    }

    @Test
    void aSubjectWithAControlCharacterIsBookedAllTheSame() {
        shop.tells("meeting.requested", Map.of("subject", "O\u0092Brien"));
        shop.chooses(0);

        assertThat(shop.letters()).extracting(Letter::subject).containsExactly("Invitation: O Brien");
    }

    @Test
    void whileAnotherTimeIsBeingChosenTheOneThatIsBookedIsKept() {
        Slot booked = shop.books(0);
        shop.tells("meeting.requested", Map.of());
        shop.answers();

        assertThat(shop.holds().taken("ada", new MeetingKey("web", "other"))).contains(booked);
    }

    @Test
    void nothingIsSaidTwiceHoweverOftenItIsAsked() {
        Slot booked = shop.books(0);
        int said = shop.said.size();
        shop.tells("meeting.requested", Map.of("start", booked.start(), "end", booked.end()));
        shop.answers();
        shop.tells("meeting.cancelled", Map.of());
        shop.answers();
        shop.tells("meeting.cancelled", Map.of());
        shop.answers();

        assertThat(shop.letters()).extracting(Letter::method).containsExactly("REQUEST", "CANCEL");
        assertThat(shop.said.subList(said, shop.said.size()))
                .as("the same confirmation at most")
                .allMatch(event -> event.envelope().type().equals("meeting.confirmed"));
    }

    @Test
    void whatEndsTheProgramBetweenMailAndConversationLosesNothingAndTellsNobodyTwice() {
        shop.tells("meeting.requested", Map.of());
        var slot = shop.answers().get(0).envelope().data().path("slots").get(0);
        shop.tells(
                "meeting.requested",
                Map.of(
                        "start",
                        slot.path("start").asText(),
                        "end",
                        slot.path("end").asText()));
        shop.failsNext();
        shop.answers();
        assertThat(shop.letters()).as("sent before the end").hasSize(1);
        assertThat(shop.meeting().status()).isEqualTo(MeetingStatus.REQUESTED);

        shop.passes(Duration.ofMinutes(10));
        shop.answers();

        assertThat(shop.letters()).hasSize(1);
        assertThat(shop.meeting().status()).isEqualTo(MeetingStatus.BOOKED);
    }

    @Test
    void anAgentMovesAMeetingToATimeThatIsClearAndNotToOneThatAnotherVisitorHas() {
        Slot booked = shop.books(0);
        Slot free = later(booked, Duration.ofDays(2));
        shop.tells("meeting.rescheduled", Map.of("start", free.start(), "end", free.end()));
        shop.answers();
        assertThat(start(event(shop.letters().get(1)))).isEqualTo(free.start());

        Slot taken = later(booked, Duration.ofDays(3));
        shop.holds().confirm("ada", new MeetingKey("web", "other"), taken);
        shop.tells("meeting.rescheduled", Map.of("start", taken.start(), "end", taken.end()));
        List<ChatEvent> answers = shop.answers();

        assertThat(shop.letters()).hasSize(2);
        assertThat(shop.meeting().start()).as("where it was").isEqualTo(free.start());
        assertThat(answers)
                .extracting(event -> event.envelope().type())
                .containsExactly("meeting.rescheduled", "meeting.slots.offered");
        assertThat(answers.get(1).envelope().data().path("reason").asText()).isEqualTo("taken");
    }

    @Test
    void aMeetingThatWasCalledOffCanBeBookedAgain() {
        shop.books(0);
        shop.tells("meeting.cancelled", Map.of());
        shop.answers();
        shop.tells("meeting.requested", Map.of());
        shop.chooses(2);

        assertThat(shop.letters()).extracting(Letter::method).containsExactly("REQUEST", "CANCEL", "REQUEST");
        assertThat(event(shop.letters().get(2)).getSequence().getValue()).isEqualTo(2);
        assertThat(shop.meeting().status()).isEqualTo(MeetingStatus.BOOKED);
    }

    @Test
    void whereTheModeMakesNoMeetingsNobodyIsAnsweredAndTheViewSaysWhy() {
        shop.open = false;
        shop.tells("meeting.requested", Map.of());

        assertThat(shop.answers()).isEmpty();
        assertThat(shop.waiting()).singleElement().satisfies(waiting -> {
            assertThat(waiting.reason()).startsWith("no meetings are made for source 'web'");
            assertThat(waiting.again()).isNull();
        });
    }

    @Test
    void whatABookingServiceBooksItAlsoInvitesTo() {
        Instant start = shop.now().plus(Duration.ofDays(1));
        shop.tells("meeting.booked", Map.of("start", start, "end", start.plusSeconds(1800)));
        shop.tells("meeting.cancelled", Map.of());

        assertThat(shop.answers()).isEmpty();
        assertThat(shop.letters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xandikos", "radicale"})
    void theCalendarFollowsAndKeepsWhatTheSellerAdded(String program, @TempDir Path folder) throws Exception {
        CalendarServer.assumeInstalled(program);
        try (CalendarServer server = CalendarServer.start(program, folder)) {
            shop.with("ada: { name: Ada, email: ada@company.example, calendar: '" + server.address()
                            + "', user: seller }")
                    .withLogin(CalendarServer.PASSWORD);
            CalDav calendar = server.calDav();
            Slot whole = new Slot(Shop.MONDAY, Shop.MONDAY.plus(Duration.ofDays(14)));

            Slot booked = shop.books(0);
            assertThat(calendar.busy(whole)).containsExactly(booked);
            calendar.write(
                    uid(),
                    there -> there.map(
                            entry -> entry.replace("END:VEVENT", "DESCRIPTION:Ask for the plan\r\nEND:VEVENT")));

            shop.tells("meeting.requested", Map.of());
            Slot moved = shop.chooses(1);
            assertThat(calendar.busy(whole)).containsExactly(moved);

            shop.tells("meeting.cancelled", Map.of());
            shop.answers();
            assertThat(calendar.busy(whole)).isEmpty();
            assertThat(entry(calendar).orElseThrow())
                    .contains(
                            "STATUS:CANCELLED", "SEQUENCE:2", "DESCRIPTION:Ask for the plan", "SCHEDULE-AGENT=CLIENT");
        }
    }

    @Test
    void whileTheCalendarIsDownNobodyIsToldThatAMeetingMovedAndLaterEverybodyIsOnce() {
        Slot booked = shop.books(0);
        shop.with("ada: { name: Ada, email: ada@company.example, calendar: 'http://127.0.0.1:1/ada/' }");
        shop.tells("meeting.cancelled", Map.of());
        shop.answers();

        assertThat(shop.letters()).hasSize(1);
        assertThat(shop.waiting()).singleElement().satisfies(waiting -> {
            assertThat(waiting.reason()).contains("the calendar's server does not answer");
            assertThat(waiting.again()).isEqualTo(shop.now().plusSeconds(30));
        });

        shop.with("ada: { name: Ada, email: ada@company.example }");
        shop.passes(Duration.ofSeconds(31));
        shop.answers();

        assertThat(shop.letters()).extracting(Letter::method).containsExactly("REQUEST", "CANCEL");
        assertThat(start(event(shop.letters().get(1)))).isEqualTo(booked.start());
        assertThat(shop.waiting()).isEmpty();
    }

    @Test
    void aCalendarThatIsInUseOrFailedHoldsUpNobodyWhoWaitsForAnother() {
        shop.with(
                "ada: { name: Ada, email: ada@company.example, calendar: 'http://127.0.0.1:1/ada/' }",
                "bob: { name: Bob, email: bob@company.example }");
        List<Runnable> waiting = new ArrayList<>();
        shop.workers = waiting::add;
        shop.watch.enter("ada");
        shop.tells("meeting.requested", Map.of());
        Bookings bookings = shop.bookings();
        bookings.answer();
        assertThat(waiting).as("the route is free again").hasSize(1);
        waiting.get(0).run();
        assertThat(shop.said).as("it is not asked twice at once").isEmpty();
        assertThat(shop.watch.trouble()).isEmpty();

        shop.watch.leave("ada");
        shop.passes(Duration.ofSeconds(2));
        shop.workers = Runnable::run;
        shop.answers();
        assertThat(shop.watch.trouble()).contains("seller 'ada': the calendar's server does not answer");
        assertThat(shop.watch.resting("ada")).isPresent();
        assertThat(shop.watch.resting("bob")).isEmpty();
    }

    @Test
    void anEndThatIsFarOffGivesNobodyMoreOfTheSellersTimeThanAMeetingTakes() {
        shop.tells("meeting.requested", Map.of());
        Slot offered =
                Shop.slot(shop.answers().get(0).envelope().data().path("slots").get(0));
        shop.tells("meeting.requested", Map.of("start", offered.start(), "end", Instant.parse("9000-01-01T00:00:00Z")));
        shop.answers();

        assertThat(shop.waiting()).isEmpty();
        assertThat(shop.meeting().start()).isEqualTo(offered.start());
        assertThat(shop.meeting().end()).isEqualTo(offered.end());
    }

    @Test
    void whoAsksASellerWhoHasLeftIsSeenToWait() {
        shop.books(0);
        shop.with("bob: { name: Bob, email: bob@company.example }");
        shop.tells("meeting.requested", Map.of());

        assertThat(shop.answers()).isEmpty();
        assertThat(shop.waiting()).singleElement().satisfies(waiting -> assertThat(waiting.reason())
                .contains("not in meetings.yaml any more"));
    }

    private static Optional<String> entry(CalDav calendar) {
        var found = new java.util.concurrent.atomic.AtomicReference<Optional<String>>();
        calendar.write(uid(), there -> {
            found.set(there);
            return Optional.empty();
        });
        return found.get();
    }

    private List<String> types() {
        return shop.said.stream().map(event -> event.envelope().type()).toList();
    }
}
