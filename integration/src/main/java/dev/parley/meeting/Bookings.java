package dev.parley.meeting;

import com.google.common.base.Suppliers;
import dev.parley.conversation.AskedMeetings;
import dev.parley.conversation.AskedMeetings.Asked;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.MeetingState;
import dev.parley.conversation.Snapshot;
import dev.parley.mail.Alerts;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.MeetingPolicy.Seller;
import dev.parley.store.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /** While another answer needs the same calendar, or the same meeting. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** After a failure that nobody foresaw. */
    private static final Duration LATER = Duration.ofMinutes(5);

    private final AskedMeetings asked;
    private final Supplier<MappingSet> mappings;
    private final Function<Snapshot, Party> parties;
    private final Predicate<String> mayBook;
    private final Talk.Tools tools;
    private final CalendarTurns calendars;
    private final Executor workers;
    private final Clock clock;
    private final AtomicInteger running = new AtomicInteger();

    /** What is being answered just now. */
    private final Set<MeetingKey> atWork = ConcurrentHashMap.newKeySet();

    /**
     * Puts it together.
     *
     * @param parties tells whose a conversation is, and in which language
     * @param mayBook whether meetings are made for a source: where nothing is to be written, no calendar and no mail is
     * @param inbox takes the answers
     * @param workers do the work, side by side
     */
    public Bookings(
            Tx tx,
            Supplier<MappingSet> mappings,
            Function<Snapshot, Party> parties,
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
        this.parties = parties;
        this.mayBook = mayBook;
        BookedMeetings booked = new BookedMeetings(tx, clock, sender.domain());
        Announcer announcer = new Announcer(time, tx, sender.outbox(), new Letters(sender), inbox, booked);
        this.tools = new Talk.Tools(time, new Holds(tx, clock), booked, announcer, inbox);
        this.calendars = new CalendarTurns(watch, alerts, clock);
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
            Optional<MeetingState> meeting = meeting(one);
            if (meeting.isPresent()) {
                inTurn(one, meeting.get());
            } else {
                asked.settle(one, null, null);
            }
        } catch (SellerLeft e) {
            asked.settle(one, clock.instant().plus(LATER), e.getMessage());
        } catch (InUse e) {
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
    private boolean concernsUs(MeetingKey key, MeetingState meeting) {
        return meeting.wish() != null || tools.booked().find(key).isPresent();
    }

    private static MeetingKey key(Asked one, MeetingState meeting) {
        return new MeetingKey(one.source(), meeting.firstUid());
    }

    /** One at a time for each meeting; what was overtaken is handed out again, with what came after it. */
    private void inTurn(Asked one, MeetingState meeting) {
        MeetingKey key = key(one, meeting);
        if (!atWork.add(key)) {
            throw new InUse();
        }
        try {
            Instant now = clock.instant();
            if (asked.isCurrent(one)) {
                deal(one, key, meeting, now);
            }
        } finally {
            atWork.remove(key);
        }
    }

    private void deal(Asked one, MeetingKey key, MeetingState meeting, Instant now) {
        if (!concernsUs(key, meeting)) {
            asked.settle(one, null, null);
        } else if (mayBook.test(one.source())) {
            asked.settle(one, answer(one, key, meeting, now) ? clock.instant() : null, null);
        } else {
            asked.settle(
                    one,
                    null,
                    "no meetings are made for source '" + one.source()
                            + "': see its mode, and the setting meetings.enabled");
        }
    }

    private boolean answer(Asked one, MeetingKey key, MeetingState meeting, Instant now) {
        MappingSet files = mappings.get();
        Supplier<Party> party = Suppliers.memoize(() -> parties.apply(one.conversation()));
        Optional<Booking> booking = tools.booked().find(key);
        Optional<String> before =
                booking.map(Booking::seller).or(() -> tools.holds().offeredBy(key));
        Optional<Seller> seller = new Sellers(files.meetings().sellers())
                .of(
                        meeting,
                        booking,
                        before,
                        () -> Optional.ofNullable(party.get().owner()));
        if (seller.isEmpty()) {
            return false;
        }
        Talk talk = new Talk(one, key, meeting, seller.get(), party, files, tools, now);
        return calendars.use(seller.get(), talk::answer);
    }
}
