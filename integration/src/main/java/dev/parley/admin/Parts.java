package dev.parley.admin;

import dev.parley.channel.Unread;
import dev.parley.conversation.Contexts;
import dev.parley.conversation.ConversationLinks;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.DueRule;
import dev.parley.conversation.Readings;
import dev.parley.crm.Crm;
import dev.parley.crm.salesforce.SalesforceCrm;
import dev.parley.crm.salesforce.SalesforceSettings;
import dev.parley.delivery.Backoff;
import dev.parley.delivery.BoundOrg;
import dev.parley.delivery.Concerns;
import dev.parley.delivery.ContextEvents;
import dev.parley.delivery.DeadLetters;
import dev.parley.delivery.Delivery;
import dev.parley.delivery.DescribeWatch;
import dev.parley.delivery.MappingAlarm;
import dev.parley.delivery.MappingReplay;
import dev.parley.delivery.MappingVersions;
import dev.parley.delivery.Mode;
import dev.parley.delivery.NewPeople;
import dev.parley.delivery.OldConversations;
import dev.parley.delivery.Planner;
import dev.parley.delivery.Reconciliation;
import dev.parley.delivery.Records;
import dev.parley.identity.Directory;
import dev.parley.identity.Following;
import dev.parley.identity.Links;
import dev.parley.identity.Matcher;
import dev.parley.identity.Owners;
import dev.parley.identity.SignedIds;
import dev.parley.mail.Alerts;
import dev.parley.mail.MailRoutes;
import dev.parley.mail.Outbox;
import dev.parley.mail.Redelivery;
import dev.parley.mapping.FilesInForce;
import dev.parley.mapping.RecordTypes;
import dev.parley.qualification.Qualifier;
import dev.parley.store.Database;
import dev.parley.store.Tx;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.apache.camel.CamelContext;

/**
 * The parts of the server behind its routes, each made once and handed to those that need it.
 *
 * @param database the store
 * @param conversations takes events in
 * @param links signs names of conversations for booking links
 * @param due hands conversations out
 * @param crm the CRM
 * @param directory the copy of it
 * @param qualifier says what a conversation comes to
 * @param planner says what a conversation should be
 * @param delivery brings the CRM to it
 * @param deadLetters what was laid aside
 * @param records what was written
 * @param reconciliation proves that nothing was lost
 * @param mail sends what waits in the outbox
 * @param oldConversations forgets what has rested for long
 * @param unread what arrived and could not be read
 * @param mappings the mapping files in force
 * @param versioning how they change
 * @param following keeps the directory current
 * @param linking what people decide of conversations' links
 * @param outbox mail that is to be sent
 * @param owners the CRM's users
 * @param alerts tells the operator of what needs a person
 */
record Parts(
        Database database,
        Conversations conversations,
        ConversationLinks links,
        DueConversations due,
        Crm crm,
        Directory directory,
        Qualifier qualifier,
        Planner planner,
        Delivery delivery,
        DeadLetters deadLetters,
        Records records,
        Reconciliation reconciliation,
        MailRoutes mail,
        OldConversations oldConversations,
        Unread unread,
        FilesInForce mappings,
        Versioning versioning,
        Following following,
        Linking linking,
        Outbox outbox,
        Owners owners,
        Alerts alerts)
        implements AutoCloseable {

    /** A copy of the CRM that is older than this is no ground for an automatic link. */
    private static final Duration STALE = Duration.ofMinutes(10);

    static Parts of(Settings settings, CamelContext context, Clock clock, MeterRegistry meters) {
        // First what can be wrong in a file: a broken one must not leave a database behind.
        FilesInForce mappings =
                FilesInForce.of(settings.path("mappings.dir"), clock, () -> StoreSetup.lastMappings(settings));
        SalesforceCrm crm = SalesforceCrm.in(context, salesforce(settings), clock);
        Database database = StoreSetup.open(settings);
        Tx tx = database.tx();
        DueRule rule = new DueRule(
                settings.duration("delivery.firstWrite"),
                settings.duration("delivery.growing"),
                settings.flag("delivery.growingAll"),
                settings.duration("delivery.quiet"));
        ConversationLinks links = MeetingSetup.links(settings, tx, meters);
        Conversations conversations = new Conversations(
                tx, clock, rule, settings.duration("delivery.historyAge"), MeetingSetup.clues(settings, links));
        DueConversations due = new DueConversations(
                tx, clock, rule, settings.duration("delivery.lease"), settings.flag("delivery.privateNotes"));
        Directory directory = new Directory(
                tx,
                crm,
                clock,
                STALE,
                mappings.get().fieldsToKeep(),
                DirectorySetup.keys(settings),
                DirectorySetup.leftOut(settings));
        Readings readings = new Readings(tx);
        Qualifier qualifier =
                OpinionSetup.asking(settings, new Qualifier(readings, directory), readings, due, clock, meters);
        directory.onMove(new Concerns(tx, due)::follow);
        Links decided = new Links(tx);
        directory.watch(records -> due.replay(decided.waitingFor(records)));
        Owners owners = new Owners(crm, clock);
        Planner planner = new Planner(
                new Matcher(directory, decided, signedIds(settings), due::said),
                owners,
                qualifier,
                mappings,
                modes(settings),
                settings.flag("delivery.anonymous"),
                new RecordTypes(crm::describe),
                directory);
        Outbox outbox = new Outbox(tx, clock, Redelivery.SIX_HOURS);
        BoundOrg org = new BoundOrg(tx, crm, clock);
        Alerts alerts = new Alerts(outbox, settings.find("mail.alertsTo").orElse(null), meters);
        Delivery delivery =
                new Delivery(crm, org, due, directory, planner, backoff(settings), tx, clock, alerts, how(settings));
        delivery.watch(
                new ContextEvents(new Contexts(tx), due, planner, owners, conversations, clock, pages(settings)));
        delivery.watch(new NewPeople(outbox, owners::colleague, pages(settings), settings.text("language")));
        Records records = new Records(tx);
        return new Parts(
                database,
                conversations,
                links,
                due,
                crm,
                directory,
                qualifier,
                planner,
                delivery,
                new DeadLetters(tx, due),
                records,
                new Reconciliation(due, planner, records, crm),
                new MailRoutes(
                        outbox,
                        MailSetup.of(settings),
                        () -> org.check().sandbox()
                                && settings.text("mail.inSandbox").equals("sink")),
                new OldConversations(tx, clock, Period.ofDays(settings.number("store.keepDays"))),
                new Unread(tx, clock),
                mappings,
                Versioning.of(
                        new MappingAlarm(mappings, alerts, meters, clock),
                        new MappingVersions(tx, clock),
                        new MappingReplay(tx, due, planner, directory, clock),
                        mappings,
                        directory,
                        new DescribeWatch(mappings, crm, directory, alerts, meters, clock)),
                DirectorySetup.following(settings, directory, context, tx, clock),
                Linking.of(decided, tx, crm, org, due, directory, planner, conversations, clock),
                outbox,
                owners,
                alerts);
    }

    private static String pages(Settings settings) {
        return settings.url("crm.url").toString().replaceFirst("/+$", "");
    }

    /** How to reach the org. */
    static SalesforceSettings salesforce(Settings settings) {
        return new SalesforceSettings(
                settings.url("crm.url"),
                settings.text("crm.clientId"),
                settings.secret("crm.clientSecret"),
                settings.text("crm.apiVersion"),
                settings.duration("crm.timeout"),
                settings.number("crm.callsPerDay"));
    }

    /** The mode of each source. */
    static Function<String, Mode> modes(Settings settings) {
        Map<String, String> bySource = settings.family("source.{name}.mode");
        String otherwise = settings.text("source.default.mode");
        return source -> Mode.valueOf(bySource.getOrDefault(source, otherwise).toUpperCase(Locale.ROOT));
    }

    private static SignedIds signedIds(Settings settings) {
        return settings.has("identity.secret")
                ? SignedIds.signedWith(settings.secret("identity.secret"))
                : SignedIds.NONE;
    }

    private static Backoff backoff(Settings settings) {
        return new Backoff(
                settings.duration("delivery.backoffFirst"), settings.duration("delivery.backoffMost"), new Random());
    }

    private static Delivery.Settings how(Settings settings) {
        return new Delivery.Settings(
                settings.flag("delivery.enabled"),
                settings.number("delivery.batch"),
                settings.duration("directory.freshness"));
    }

    @Override
    public void close() {
        directory.close();
        database.close();
    }
}
