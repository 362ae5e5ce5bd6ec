package dev.parley.channel.mailbox;

import dev.parley.channel.EventReader;
import dev.parley.channel.Unread;
import dev.parley.channel.UnreadReader;
import dev.parley.conversation.Inbox;
import dev.parley.mapping.MappingSet;
import dev.parley.store.Tx;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Supplier;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.component.mail.MailConfiguration;
import org.apache.camel.component.mail.MailEndpoint;

/** Reads the mailbox: {@code read-mailbox}. */
public final class MailboxRoutes extends RouteBuilder {

    static final String SEPARATOR = "separator";

    /** Mails in one look; the next look goes on with the rest. */
    private static final int AT_ONCE = 50;

    private final MailboxSettings settings;
    private final MailFetch fetch;
    private final Mailroom mailroom;
    private final MailFolders folders;
    private final MailMeters meters;

    /**
     * Makes them; {@link #problems} belongs to them.
     *
     * @param settings which mailbox, and how
     * @param mappings the mapping files in force, asked for each mail
     * @param inbox where events go; they are durable when it returns
     * @param unread where mail is kept that could not be read
     * @param tx where the latest version of each invitation is remembered
     * @param clock tells what lies too far in the future
     * @param registry gets {@code parley.mailbox.mails}
     */
    public MailboxRoutes(
            MailboxSettings settings,
            Supplier<MappingSet> mappings,
            Inbox inbox,
            OwnMeetings own,
            Unread unread,
            Tx tx,
            Clock clock,
            MeterRegistry registry) {
        EventCheck check = new EventCheck(new EventReader(clock));
        this.settings = settings;
        this.fetch = new MailFetch(settings.largest());
        this.folders = new MailFolders(settings.readFolder(), settings.unreadFolder());
        this.meters = new MailMeters(registry);
        this.mailroom = new Mailroom(
                new AutomaticMail(settings.own()),
                new InvitationMails(settings.invitations(), new InvitationLog(tx), check, inbox, own),
                new TranscriptMails(mappings, new Authentication(settings.authenticatedBy()), check),
                inbox,
                unread);
    }

    /** The error policy of these routes, to be added beside them. */
    public MailboxProblems problems() {
        return new MailboxProblems();
    }

    /** Reads mail anew that was kept. */
    public UnreadReader reader() {
        return mailroom;
    }

    @Override
    public void configure() {
        addComponent();
        MailEndpoint mailbox = endpoint(address(), MailEndpoint.class);
        mailbox.setExceptionHandler(new MailboxTrouble());
        from(mailbox)
                .routeId("read-mailbox")
                .routeConfigurationId(MailboxProblems.ID)
                .removeHeaders("*")
                .bean(fetch, "fetch")
                .id("fetch")
                .setProperty(SEPARATOR, simple("${body.separator}", String.class))
                .bean(mailroom, "take")
                .id("take")
                .bean(meters, "count")
                .bean(folders, "folder")
                // The consumer moves the mail there, and only once the route has come to its end without a failure.
                .setHeader("moveTo", body());
    }

    private String address() {
        Mailbox mailbox = settings.mailbox();
        // All mail in the folder, seen or not: what was dealt with is no longer there.
        return mailbox.protocol() + "://" + mailbox.host() + ":" + mailbox.port() + "?unseen=false&fetchSize=" + AT_ONCE
                + "&initialDelay=0&delay=" + settings.every().toMillis();
    }

    /** Configured here and not in the URI, which is shown in logs and consoles. */
    private void addComponent() {
        MailConfiguration configuration = new MailConfiguration(getContext());
        configuration.setUsername(settings.mailbox().user());
        configuration.setPassword(settings.mailbox().password());
        configuration.setFolderName(settings.mailbox().folder());
        configuration.setAdditionalJavaMailProperties(settings.mailbox().properties());
        configuration.setMapMailMessage(false);
        configuration.setPeek(true);
        MailComponent component = new MailComponent(getContext());
        component.setConfiguration(configuration);
        component.setHeaderFilterStrategy(new NoHeaders());
        getContext().addComponent(settings.mailbox().protocol(), component);
    }
}
