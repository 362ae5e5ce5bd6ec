package dev.parley.admin;

import dev.parley.conversation.Inbox;
import dev.parley.conversation.Snapshot;
import dev.parley.delivery.Mode;
import dev.parley.identity.Owners;
import dev.parley.identity.Owners.Colleague;
import dev.parley.mail.Alerts;
import dev.parley.mail.Outbox;
import dev.parley.mail.Redelivery;
import dev.parley.meeting.Bookings;
import dev.parley.meeting.MeetingRoutes;
import dev.parley.meeting.SellerTime;
import dev.parley.meeting.Sender;
import dev.parley.store.Tx;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Meetings that Parley books itself, from the settings. */
final class BookingSetup {

    private BookingSetup() {}

    static MeetingRoutes routes(Settings settings, Parts parts, Inbox inbox, Clock clock, MeterRegistry meters) {
        Tx tx = parts.database().tx();
        Owners owners = new Owners(parts.crm(), clock);
        Map<String, String> passwords = settings.family("calendar.{name}.password");
        Function<String, Mode> modes = Parts.modes(settings);
        Outbox outbox = new Outbox(tx, clock, Redelivery.SIX_HOURS);
        return new MeetingRoutes(new Bookings(
                tx,
                parts.mappings(),
                conversation -> owner(parts, owners, conversation),
                source ->
                        settings.flag("delivery.enabled") && modes.apply(source).compareTo(Mode.CREATE) >= 0,
                new SellerTime(
                        parts.crm(),
                        email -> owners.colleagueByEmail(email).map(Colleague::id),
                        name -> Optional.ofNullable(passwords.get(name))),
                inbox,
                new Sender(outbox, MailSetup.of(settings).from()),
                new Alerts(outbox, settings.find("mail.alertsTo").orElse(null), meters),
                clock));
    }

    private static Optional<String> owner(Parts parts, Owners owners, Snapshot conversation) {
        return Optional.ofNullable(
                        parts.planner().understand(conversation).identity().ownerId())
                .flatMap(owners::colleague)
                .map(Colleague::email);
    }
}
