package dev.parley.admin;

import dev.parley.channel.mailbox.OwnMeetings;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.Snapshot;
import dev.parley.delivery.Mode;
import dev.parley.delivery.Planner.Understanding;
import dev.parley.identity.Owners;
import dev.parley.identity.Owners.Colleague;
import dev.parley.meeting.Bookings;
import dev.parley.meeting.CalendarWatch;
import dev.parley.meeting.Invited;
import dev.parley.meeting.MeetingRoutes;
import dev.parley.meeting.Party;
import dev.parley.meeting.SellerTime;
import dev.parley.meeting.Sender;
import dev.parley.store.Tx;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;

/** Meetings that Parley books itself, from the settings. */
final class BookingSetup {

    private BookingSetup() {}

    static MeetingRoutes routes(
            CamelContext context, Settings settings, Parts parts, Inbox inbox, Clock clock, MeterRegistry meters) {
        CalendarWatch watch = new CalendarWatch(clock, meters);
        context.getRegistry()
                .bind(
                        "calendars-health",
                        new TroubleHealth(
                                "calendars",
                                "Visitors who ask for a meeting wait for calendars that cannot be used: %s",
                                watch::trouble));
        Tx tx = parts.database().tx();
        Owners owners = parts.owners();
        Map<String, String> passwords = settings.family("calendar.{name}.password");
        return new MeetingRoutes(new Bookings(
                tx,
                parts.mappings(),
                conversation -> party(parts, owners, conversation),
                mayBook(settings),
                new SellerTime(
                        parts.crm(),
                        email -> owners.colleagueByEmail(email).map(Colleague::id),
                        name -> Optional.ofNullable(passwords.get(name))),
                inbox,
                sender(settings, parts),
                parts.alerts(),
                watch,
                context.getExecutorServiceManager()
                        .newFixedThreadPool(BookingSetup.class, "book-meetings", MeetingRoutes.WORKERS),
                clock));
    }

    /** For which sources calendars may be written to and people invited: for none until an admin has named sellers. */
    static Predicate<String> mayBook(Settings settings) {
        Function<String, Mode> modes = Parts.modes(settings);
        boolean enabled = settings.flag("meetings.enabled") && settings.flag("delivery.enabled");
        return source -> enabled && modes.apply(source).compareTo(Mode.CREATE) >= 0;
    }

    /** The meetings that Parley invited to. */
    static OwnMeetings invited(Settings settings, Parts parts, Clock clock) {
        Tx tx = parts.database().tx();
        Invited invited = new Invited(tx, sender(settings, parts), clock);
        return uid -> invited.find(uid).map(Own::new);
    }

    /** One of them, as the mailbox asks for it. */
    private record Own(Invited.Meeting meeting) implements OwnMeetings.Own {

        @Override
        public String source() {
            return meeting.source();
        }

        @Override
        public String uid() {
            return meeting.uid();
        }

        @Override
        public int sequence() {
            return meeting.sequence();
        }

        @Override
        public boolean invited(String email) {
            return meeting.invited().test(email);
        }
    }

    private static Sender sender(Settings settings, Parts parts) {
        return new Sender(parts.outbox(), MailSetup.of(settings).from(), settings.text("language"));
    }

    private static Party party(Parts parts, Owners owners, Snapshot conversation) {
        Understanding known = parts.planner().understand(conversation);
        String owner = Optional.ofNullable(known.identity().ownerId())
                .flatMap(owners::colleague)
                .map(Colleague::email)
                .orElse(null);
        return new Party(owner, known.dossier().at("/conversation/language").asText(null));
    }
}
