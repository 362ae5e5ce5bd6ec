package dev.parley.admin;

import dev.parley.channel.mailbox.Mailbox;
import dev.parley.channel.mailbox.Mailbox.Security;
import dev.parley.channel.mailbox.MailboxRoutes;
import dev.parley.channel.mailbox.MailboxSettings;
import dev.parley.conversation.Inbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How mail comes in, from the settings. */
final class MailboxSetup {

    private MailboxSetup() {}

    /**
     * The settings of the mailbox; empty if none is read.
     *
     * @throws SettingsProblem if there is a server but nobody to log in as
     */
    static Optional<MailboxSettings> of(Settings settings) {
        return settings.find("mailbox.host").map(host -> of(settings, host));
    }

    private static MailboxSettings of(Settings settings, String host) {
        requireLogin(settings);
        Mailbox mailbox = new Mailbox(
                host,
                settings.number("mailbox.port"),
                Security.valueOf(settings.text("mailbox.security").toUpperCase(Locale.ROOT)),
                settings.text("mailbox.user"),
                settings.secret("mailbox.password"),
                settings.text("mailbox.folder"));
        return new MailboxSettings(
                mailbox,
                settings.duration("mailbox.every"),
                settings.text("mailbox.readFolder"),
                settings.text("mailbox.unreadFolder"),
                settings.number("mailbox.largest"),
                settings.find("mailbox.authenticatedBy").orElse(null),
                settings.text("mailbox.invitations"),
                settings.find("mail.from").orElse(null));
    }

    private static void requireLogin(Settings settings) {
        List<SettingFinding> missing = Stream.of("mailbox.user", "mailbox.password")
                .filter(name -> !settings.has(name))
                .map(name -> SettingFinding.error(
                        name, "missing, though mailbox.host is given", "Give the login of the mailbox to be read."))
                .toList();
        if (!missing.isEmpty()) {
            throw new SettingsProblem(missing);
        }
    }

    /** The routes that read it; empty if none is read. */
    static Optional<MailboxRoutes> routes(
            Settings settings, Parts parts, Inbox inbox, Clock clock, MeterRegistry meters) {
        return of(settings)
                .map(found -> new MailboxRoutes(
                        found,
                        parts.mappings(),
                        inbox,
                        BookingSetup.invited(settings, parts, clock),
                        parts.unread(),
                        parts.database().tx(),
                        clock,
                        meters));
    }
}
