package dev.parley.meeting;

import dev.parley.conversation.AskedMeetings;
import dev.parley.conversation.AskedMeetings.Asked;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.MeetingState;
import dev.parley.conversation.Person;
import dev.parley.conversation.Snapshot;
import dev.parley.mail.Alerts;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.MeetingPolicy;
import dev.parley.mapping.MeetingPolicy.Seller;
import dev.parley.mapping.WorkCalendar;
import dev.parley.store.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers visitors who ask for a meeting: with free times of the right seller, and, once they have chosen, with the
 * meeting itself; and carries on what becomes of a meeting that Parley booked. A calendar that cannot be asked puts the
 * answer off; nothing is offered blindly.
 */
public final class Bookings {

    private static final Logger LOG = LoggerFactory.getLogger(Bookings.class);
    private static final int MOST = 10;

    /** While another visitor's answer needs the same calendar. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** After a failure that nobody foresaw. */
    private static final Duration LATER = Duration.ofMinutes(5);

    private final AskedMeetings asked;
    private final Supplier<MappingSet> mappings;
    private final Function<Snapshot, Optional<String>> owner;
    private final Predicate<String> mayBook;
    private final Talk.Tools tools;
    private final Alerts alerts;
    private final CalendarWatch watch;
    private final Executor workers;
    private final Clock clock;
    private final AtomicInteger running = new AtomicInteger();

    /**
     * Puts it together.
     *
     * @param owner gives the e-mail address of whom a conversation belongs to
     * @param mayBook whether meetings are made for a source: where nothing is to be written, no calendar and no mail is
     * @param inbox takes the answers
     * @param workers do the work, side by side
     */
    public Bookings(
            Tx tx,
            Supplier<MappingSet> mappings,
            Function<Snapshot, Optional<String>> owner,
            Predicate<String> mayBook,
            SellerTime time,
            Inbox inbox,
            Sender sender,
            Alerts alerts,
            CalendarWatch watch,
            Executor workers,
            Clock clock) {
        this.asked = new AskedMeetings(tx, clock);
        this.mappings = mappings;
        this.owner = owner;
        this.mayBook = mayBook;
        BookedMeetings booked = new BookedMeetings(tx, clock, sender.domain());
        Announcer announcer = new Announcer(time, tx, sender.outbox(), new Letters(sender.address()), inbox, booked);
        this.tools = new Talk.Tools(time, new Holds(tx, clock), booked, announcer, inbox);
        this.alerts = alerts;
        this.watch = watch;
        this.workers = workers;
        this.clock = clock;
    }

    /** Has whoever waits answered, many at a time; more wait until one of these was. */
    public void answer() {
        int free = MOST - running.get();
        if (free > 0) {
            asked.claim(free).forEach(this::hand);
        }
    }

    private void hand(Asked one) {
        running.incrementAndGet();
        try {
            workers.execute(() -> {
                try {
                    answer(one);
                } finally {
                    running.decrementAndGet();
                }
            });
        } catch (RejectedExecutionException e) {
            // The program ends; it is handed out again once the lease is over.
            running.decrementAndGet();
        }
    }

    private void answer(Asked one) {
        try {
            Optional<MeetingState> meeting = meeting(one).filter(found -> concernsUs(one, found));
            if (meeting.isPresent() && !mayBook.test(one.source())) {
                asked.settle(
                        one,
                        null,
                        "no meetings are made for source '" + one.source()
                                + "': see its mode, and the setting meetings.enabled");
                return;
            }
            boolean more = meeting.isPresent() && answer(one, meeting.get());
            asked.settle(one, more ? clock.instant() : null, null);
        } catch (SellerLeft e) {
            asked.settle(one, clock.instant().plus(LATER), e.getMessage());
        } catch (CalendarInUse e) {
            asked.settle(one, clock.instant().plus(SOON), null);
        } catch (CalendarTrouble e) {
            asked.settle(one, clock.instant().plus(CalendarWatch.AGAIN), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("A meeting of source {} could not be dealt with, and is tried again", one.source(), e);
            String kind = e.getClass().getSimpleName();
            asked.settle(one, clock.instant().plus(LATER), "Parley failed on it with " + kind + "; its log says more");
        }
    }

    private static Optional<MeetingState> meeting(Asked one) {
        return one.conversation().conversation().meetingStates().stream()
                .filter(state -> state.source().equals(one.source()))
                .filter(state ->
                        state.uid().equals(one.uid()) || state.firstUid().equals(one.uid()))
                .findFirst();
    }

    /** Whether somebody asks for it, or Parley booked it. */
    private boolean concernsUs(Asked one, MeetingState meeting) {
        return meeting.wish() != null || tools.booked().find(key(one, meeting)).isPresent();
    }

    private static MeetingKey key(Asked one, MeetingState meeting) {
        return new MeetingKey(one.source(), meeting.firstUid());
    }

    private boolean answer(Asked one, MeetingState meeting) {
        MeetingKey key = key(one, meeting);
        Optional<Booking> booking = tools.booked().find(key);
        Optional<Seller> seller = seller(one, key, meeting, booking);
        if (seller.isEmpty()) {
            return false;
        }
        Talk talk = new Talk(one, key, meeting, seller.get(), mappings.get(), tools, clock.instant());
        return seller.get().calendar() == null ? talk.answer() : withCalendar(seller.get(), talk);
    }

    private boolean withCalendar(Seller seller, Talk talk) {
        String name = seller.key();
        watch.resting(name).ifPresent(why -> {
            throw new CalendarTrouble(why);
        });
        if (!watch.enter(name)) {
            throw new CalendarInUse();
        }
        try {
            boolean more = talk.answer();
            watch.works(name);
            return more;
        } catch (CalendarTrouble e) {
            LOG.warn("The calendar of seller {} cannot be used: {}", name, e.getMessage());
            watch.failed(name, e.getMessage());
            alert(seller, e);
            throw e;
        } finally {
            watch.leave(name);
        }
    }

    /** Another visitor's answer is being found in it. */
    private static final class CalendarInUse extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CalendarInUse() {
            super("the calendar is in use", null, false, false);
        }
    }

    /** Whom the visitor asked no longer stands in the file. */
    private static final class SellerLeft extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SellerLeft() {
            super(
                    "the seller who offered or holds it is not in meetings.yaml any more: add them again, or see to the"
                            + " visitor by hand",
                    null,
                    false,
                    false);
        }
    }

    private void alert(Seller seller, CalendarTrouble trouble) {
        alerts.raise(
                "calendar:" + seller.key() + ":" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                "The calendar of seller '" + seller.key() + "' cannot be used",
                trouble.getMessage() + ". Visitors who ask for a meeting wait, and are answered once it can. Look at"
                        + " meetings.yaml and the setting calendar." + seller.key() + ".password.\n");
    }

    /** Who has it or was offered before; else, for a wish without a time, the owner, or the first. */
    private Optional<Seller> seller(Asked one, MeetingKey key, MeetingState meeting, Optional<Booking> booking) {
        MeetingPolicy policy = mappings.get().meetings();
        Optional<String> before =
                booking.map(Booking::seller).or(() -> tools.holds().offeredBy(key));
        Optional<Seller> known = before.flatMap(name -> policy.sellers().stream()
                .filter(seller -> seller.key().equals(name))
                .findFirst());
        if (known.isPresent()) {
            return known;
        }
        if (booking.filter(found -> !found.cancelled()).isPresent()) {
            if (meeting.wish() != null) {
                throw new SellerLeft();
            }
            return left(before.get(), meeting);
        }
        if (before.isPresent() && meeting.wish() != null && meeting.wish().start() != null) {
            throw new SellerLeft();
        }
        // What was never offered is a booking service's own affair.
        if (meeting.wish() == null || meeting.wish().start() != null) {
            return Optional.empty();
        }
        Optional<String> wanted = owner.apply(one.conversation());
        return policy.sellers().stream()
                .filter(seller ->
                        wanted.filter(seller.email()::equalsIgnoreCase).isPresent())
                .findFirst()
                .or(() -> policy.sellers().stream().findFirst());
    }

    /** Somebody who no longer stands in the file holds what they have, in a calendar that nobody knows any more. */
    private static Optional<Seller> left(String name, MeetingState meeting) {
        Person organizer = meeting.organizer();
        return organizer == null || organizer.email() == null
                ? Optional.empty()
                : Optional.of(new Seller(
                        name,
                        organizer.name() == null ? organizer.email() : organizer.name(),
                        organizer.email(),
                        WorkCalendar.ALWAYS,
                        null,
                        null));
    }
}
