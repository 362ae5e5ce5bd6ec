package dev.parley.meeting;

import dev.parley.conversation.AskedMeetings;
import dev.parley.conversation.AskedMeetings.Asked;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.MeetingState;
import dev.parley.conversation.MeetingStatus;
import dev.parley.conversation.Snapshot;
import dev.parley.hours.Calendars;
import dev.parley.mail.Alerts;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.MeetingPolicy;
import dev.parley.mapping.MeetingPolicy.Seller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers visitors who ask for a meeting: with free times of the right seller, and, once they have chosen, with the
 * meeting itself. A calendar that cannot be asked puts the answer off; nothing is offered blindly.
 */
public final class Bookings {

    private static final Logger LOG = LoggerFactory.getLogger(Bookings.class);
    private static final int MOST = 10;
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final AskedMeetings asked;
    private final Supplier<MappingSet> mappings;
    private final Function<Snapshot, Optional<String>> owner;
    private final SellerTime time;
    private final Holds holds;
    private final Inbox inbox;
    private final Alerts alerts;
    private final Clock clock;

    /**
     * Puts it together.
     *
     * @param owner gives the e-mail address of whom a conversation belongs to
     * @param inbox takes the answers
     */
    public Bookings(
            AskedMeetings asked,
            Supplier<MappingSet> mappings,
            Function<Snapshot, Optional<String>> owner,
            SellerTime time,
            Holds holds,
            Inbox inbox,
            Alerts alerts,
            Clock clock) {
        this.asked = asked;
        this.mappings = mappings;
        this.owner = owner;
        this.time = time;
        this.holds = holds;
        this.inbox = inbox;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Answers whoever waits. */
    public void answer() {
        asked.claim(MOST).forEach(this::answer);
    }

    private void answer(Asked one) {
        MeetingPolicy policy = mappings.get().meetings();
        Optional<MeetingState> meeting = one.conversation().conversation().meetingStates().stream()
                .filter(state -> state.source().equals(one.source())
                        && state.uid().equals(one.uid())
                        && state.status() == MeetingStatus.REQUESTED)
                .findFirst();
        Optional<Seller> seller = meeting.flatMap(wanted -> seller(one, wanted, policy));
        try {
            seller.ifPresent(found -> new Talk(one, meeting.get(), found, policy).answer());
            asked.settle(one, null);
        } catch (CalendarTrouble e) {
            LOG.warn(
                    "The calendar of seller {} cannot be used: {}", seller.get().key(), e.getMessage());
            alert(seller.get(), e);
            asked.settle(one, clock.instant().plus(AGAIN));
        }
    }

    private void alert(Seller seller, CalendarTrouble trouble) {
        alerts.raise(
                "calendar:" + seller.key() + ":" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                "The calendar of seller '" + seller.key() + "' cannot be used",
                trouble.getMessage() + ". Visitors who ask for a meeting wait, and are answered once it can. Look at"
                        + " meetings.yaml and the setting calendar." + seller.key() + ".password.\n");
    }

    /** Who was offered before; else, for a wish without a time, the owner, or the first. Nobody for a service's own. */
    private Optional<Seller> seller(Asked one, MeetingState meeting, MeetingPolicy policy) {
        MeetingKey key = new MeetingKey(one.source(), one.uid());
        Optional<Seller> before = holds.offeredBy(key).flatMap(name -> policy.sellers().stream()
                .filter(seller -> seller.key().equals(name))
                .findFirst());
        if (before.isPresent() || meeting.start() != null) {
            return before;
        }
        Optional<String> wanted = owner.apply(one.conversation());
        return policy.sellers().stream()
                .filter(seller ->
                        wanted.filter(seller.email()::equalsIgnoreCase).isPresent())
                .findFirst()
                .or(() -> policy.sellers().stream().findFirst());
    }

    /** One visitor and one seller. */
    private final class Talk {

        private final MeetingKey key;
        private final MeetingState meeting;
        private final Seller seller;
        private final MeetingPolicy policy;
        private final Instant now = clock.instant();
        private final Answers answers;

        Talk(Asked one, MeetingState meeting, Seller seller, MeetingPolicy policy) {
            this.key = new MeetingKey(one.source(), one.uid());
            this.meeting = meeting;
            this.seller = seller;
            this.policy = policy;
            this.answers = new Answers(one, meeting, policy, now);
        }

        void answer() {
            if (meeting.start() == null) {
                offer(null);
                return;
            }
            Instant end = meeting.end() != null && meeting.end().isAfter(meeting.start())
                    ? meeting.end()
                    : meeting.start().plus(policy.length());
            Slot chosen = new Slot(meeting.start(), end);
            if (isTheirs(chosen) || (slots().isFree(chosen) && holds.confirm(seller.key(), key, chosen))) {
                book(chosen);
            } else {
                offer(chosen.start().isBefore(now) ? "past" : "taken");
            }
        }

        /** It was given to them before the program ended, perhaps, and stands in the calendar by now. */
        private boolean isTheirs(Slot chosen) {
            return holds.confirmed(key).filter(chosen::equals).isPresent();
        }

        private void book(Slot slot) {
            String subject = meeting.subject() == null ? policy.subject() : meeting.subject();
            if (seller.calendar() != null) {
                String uid = key.source() + ":" + key.uid();
                time.calendar(seller).add(uid, CalendarEntry.of(uid, slot, subject, seller, meeting));
            }
            inbox.receive(answers.booked(seller, slot, subject));
        }

        private void offer(String reason) {
            List<Slot> held = holds.hold(seller.key(), key, slots().first(), policy.hold());
            inbox.receive(List.of(answers.offered(seller, held, reason)));
        }

        private Slots slots() {
            Instant last = now.plus(policy.horizon()).plus(policy.length()).plus(policy.buffer());
            List<Slot> busy = new ArrayList<>(time.busy(seller, new Slot(now, last)));
            busy.addAll(holds.taken(seller.key(), key));
            return new Slots(SlotRule.of(policy), new Calendars(mappings.get().hours()).of(seller.hours()), busy, now);
        }
    }
}
