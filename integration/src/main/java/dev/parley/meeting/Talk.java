package dev.parley.meeting;

import dev.parley.conversation.AskedMeetings.Asked;
import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.MeetingState;
import dev.parley.conversation.MeetingState.Wish;
import dev.parley.conversation.MeetingStatus;
import dev.parley.conversation.Person;
import dev.parley.hours.Calendars;
import dev.parley.mail.Mail;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.MeetingPolicy;
import dev.parley.mapping.MeetingPolicy.Seller;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One meeting of one visitor with one seller: what is asked for, what is booked, and what is to be done about it. */
final class Talk {

    /** More are told by nobody's chat. */
    private static final int MOST_GUESTS = 10;

    /** Farther off no meeting is moved: what a calendar holds is asked for up to there. */
    private static final Duration FARTHEST = Duration.ofDays(400);

    private final Asked asked;
    private final MeetingKey key;
    private final MeetingState meeting;
    private final Seller seller;
    private final Supplier<Party> party;
    private final MappingSet files;
    private final MeetingPolicy policy;
    private final Tools tools;
    private final Instant now;
    private final ZoneId zone;
    private final Answers answers;

    /** What all of them share. */
    record Tools(SellerTime time, Holds holds, BookedMeetings booked, Announcer announcer, Inbox inbox) {}

    /** @param party who meets; it takes some time to find out */
    Talk(
            Asked asked,
            MeetingKey key,
            MeetingState meeting,
            Seller seller,
            Supplier<Party> party,
            MappingSet files,
            Tools tools,
            Instant now) {
        this.asked = asked;
        this.key = key;
        this.meeting = meeting;
        this.seller = seller;
        this.party = party;
        this.files = files;
        this.policy = files.meetings();
        this.tools = tools;
        this.now = now;
        this.zone = zone();
        this.answers = new Answers(asked, meeting, policy, zone, now);
    }

    /**
     * Does what is to be done.
     *
     * @return whether more may be to do, which only a new look at the meeting tells
     * @throws CalendarTrouble if the seller's calendar cannot be used now
     */
    boolean answer() {
        Optional<Booking> booking = tools.booked().find(key);
        if (booking.isPresent() && !booking.get().isTold()) {
            tell(booking.get());
            return true;
        }
        Optional<Booking> standing = booking.filter(found -> !found.cancelled());
        if (standing.isPresent() && meeting.status() == MeetingStatus.CANCELLED) {
            tell(tools.booked().off(standing.get()));
            return true;
        }
        if (meeting.wish() != null) {
            answer(meeting.wish());
        } else if (standing.isPresent()) {
            follow(standing.get());
        }
        return false;
    }

    private void answer(Wish wish) {
        if (wish.start() == null) {
            offer(wish.at().toString(), null);
            return;
        }
        // Longer than what is offered nobody gets by asking.
        Instant longest = wish.start().plus(policy.length());
        Instant end = wish.end() != null
                        && wish.end().isAfter(wish.start())
                        && wish.end().isBefore(longest)
                ? wish.end()
                : longest;
        Slot chosen = new Slot(wish.start(), end);
        if (isTheirs(chosen) || (slots().isFree(chosen) && tools.holds().confirm(seller.key(), key, chosen))) {
            tell(tools.booked().stands(key, seller.key(), chosen));
        } else {
            offer(wish.at().toString(), chosen.start().isBefore(now) ? "past" : "taken");
        }
    }

    /** It was given to them before the program ended, perhaps, and stands in the calendar by now. */
    private boolean isTheirs(Slot chosen) {
        return tools.holds().confirmed(key).filter(chosen::equals).isPresent();
    }

    /** People moved it: the calendar follows, if the seller has that time; else it stays where it was. */
    private void follow(Booking booking) {
        if (!isAgreed() || meeting.end() == null || !meeting.start().isBefore(meeting.end())) {
            return;
        }
        Slot moved = new Slot(meeting.start(), meeting.end());
        if (moved.equals(booking.slot())) {
            heed(booking);
            return;
        }
        if (isTheirs(moved) || (isClear(moved) && tools.holds().confirm(seller.key(), key, moved))) {
            tell(tools.booked().stands(key, seller.key(), moved));
        } else {
            tools.inbox()
                    .receive(List.of(
                            answers.stays(appointment(booking), meeting.at().toString())));
            offer(meeting.at().toString(), moved.start().isBefore(now) ? "past" : "taken");
        }
    }

    private boolean isClear(Slot moved) {
        return !moved.end().isAfter(now.plus(FARTHEST)) && slots(moved.end()).isClear(moved);
    }

    /** What the guests answered to it by mail: if all declined it is off, and a time that one proposes is like a wish. */
    private void heed(Booking booking) {
        Replies replies = new Replies(meeting.replies(), booking.revision());
        if (replies.allDeclined(guests())) {
            tell(tools.booked().off(booking));
            return;
        }
        replies.proposed().filter(slot -> !slot.equals(booking.slot())).ifPresent(this::propose);
    }

    private void propose(Slot slot) {
        if (isTheirs(slot) || (slots().isFree(slot) && tools.holds().confirm(seller.key(), key, slot))) {
            tell(tools.booked().stands(key, seller.key(), slot));
        } else {
            offer("counter:" + slot.start(), slot.start().isBefore(now) ? "past" : "taken");
        }
    }

    private boolean isAgreed() {
        return meeting.isScheduled()
                && (meeting.status() == MeetingStatus.BOOKED || meeting.status() == MeetingStatus.RESCHEDULED);
    }

    private void tell(Booking booking) {
        Appointment appointment = appointment(booking);
        tools.announcer().tell(appointment, seller, news(appointment));
        if (booking.cancelled()) {
            tools.holds().release(key);
        }
    }

    /** What the conversation does not know yet. */
    private List<ChatEvent> news(Appointment appointment) {
        Booking booking = appointment.booking();
        if (booking.cancelled()) {
            return meeting.status() == MeetingStatus.CANCELLED
                    ? List.of()
                    : List.of(answers.cancelled(appointment, "declined"));
        }
        ChatEvent confirmed = answers.confirmed(appointment);
        if (isAgreed()
                && booking.slot().start().equals(meeting.start())
                && booking.slot().end().equals(meeting.end())) {
            return List.of(confirmed);
        }
        return List.of(confirmed, answers.stands(isAgreed() ? "meeting.rescheduled" : "meeting.booked", appointment));
    }

    private Appointment appointment(Booking booking) {
        return new Appointment(
                booking,
                oneLine(meeting.subject() == null ? policy.subject() : meeting.subject()),
                meeting.location() == null ? null : oneLine(meeting.location()),
                zone,
                party.get().language(),
                new Person(null, seller.name(), seller.email(), null, null, null, null, null, null),
                guests());
    }

    /** Whoever can be written to, once each: the attendees, else the visitor. */
    private List<Person> guests() {
        TreeMap<String, Person> guests = new TreeMap<>();
        Stream<Person> people = meeting.attendees().isEmpty() ? Stream.of(visitor()) : meeting.attendees().stream();
        people.filter(person ->
                        person.email() != null && Mail.isAddress(person.email().strip()))
                .filter(person -> !person.email().strip().equalsIgnoreCase(seller.email()))
                .limit(MOST_GUESTS)
                .forEach(person -> guests.putIfAbsent(person.email().strip().toLowerCase(Locale.ROOT), person));
        return List.copyOf(guests.values());
    }

    /** Without what their browser prefers: what they speak in the conversation tells more. */
    private Person visitor() {
        Person visitor = asked.conversation().conversation().visitor();
        return new Person(visitor.id(), visitor.name(), visitor.email(), visitor.phone(), null, null, null, null, null);
    }

    /** Nothing in it ends a line, of a mail's header above all. */
    private static String oneLine(String text) {
        return Mail.oneLine(text).strip();
    }

    private void offer(String wish, String reason) {
        List<Slot> held = tools.holds().hold(seller.key(), key, slots().first(), policy.hold());
        tools.inbox().receive(List.of(answers.offered(seller, held, wish, reason)));
    }

    private Slots slots() {
        return slots(now);
    }

    /** @param until is asked for too, if it is later than what is offered */
    private Slots slots(Instant until) {
        Instant offered = now.plus(policy.horizon()).plus(policy.length()).plus(policy.buffer());
        Instant last = until.isAfter(offered) ? until : offered;
        List<Slot> busy = new ArrayList<>(tools.time().busy(seller, new Slot(now, last)));
        // Its own time stands in the calendar and in the CRM, and does not keep it from being moved.
        tools.booked()
                .find(key)
                .filter(own -> !own.cancelled())
                .map(Booking::slot)
                .ifPresent(own -> busy.removeIf(own::equals));
        busy.addAll(tools.holds().taken(seller.key(), key));
        return new Slots(SlotRule.of(policy), new Calendars(files.hours()).of(seller.hours()), busy, now);
    }

    /** The visitor's, else the company's. */
    private ZoneId zone() {
        try {
            return meeting.timezone() == null ? policy.zone() : ZoneId.of(meeting.timezone());
        } catch (DateTimeException e) {
            return policy.zone();
        }
    }
}
