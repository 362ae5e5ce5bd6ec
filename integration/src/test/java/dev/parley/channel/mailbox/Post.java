package dev.parley.channel.mailbox;

import dev.parley.channel.Unread;
import dev.parley.channel.UnreadEntry;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.DueRule;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.MeetingState;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A store, and what mail comes to in it. */
final class Post implements AutoCloseable {

    static final MappingSet SHIPPED =
            MappingFiles.load(Path.of("..", "mappings")).orThrow();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T11:00:00Z"), ZoneOffset.UTC);
    private static final DueRule DUE =
            new DueRule(Duration.ofSeconds(10), Duration.ofSeconds(30), false, Duration.ofMinutes(10));

    final Database database = Stores.h2();
    final Unread unread = new Unread(database.tx(), CLOCK);
    final Inbox inbox = new Conversations(database.tx(), CLOCK, DUE, Duration.ofDays(1));
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** What Parley invited to itself. */
    OwnMeetings own = OwnMeetings.NONE;

    /** The routes over a mailbox that reads up to 1 MiB. */
    MailboxRoutes routes(Mailbox mailbox) {
        return new MailboxRoutes(settings(mailbox), () -> SHIPPED, inbox, own, unread, database.tx(), CLOCK, meters);
    }

    static MailboxSettings settings(Mailbox mailbox) {
        return new MailboxSettings(
                mailbox,
                Duration.ofMillis(50),
                "Parley/Read",
                "Parley/Unread",
                1 << 20,
                "mx.parley.example",
                "invitations",
                "parley@parley.example");
    }

    Mailroom mailroom() {
        return (Mailroom) routes(null).reader();
    }

    /** The same before another store of events. */
    Mailroom mailroom(Inbox other) {
        return (Mailroom)
                new MailboxRoutes(settings(null), () -> SHIPPED, other, own, unread, database.tx(), CLOCK, meters)
                        .reader();
    }

    /** Takes a mail that came whole. */
    Mailroom.Outcome take(byte[] mail) {
        return mailroom().take(new FetchedMail(mail, true, '/'));
    }

    /** Type and conversation of each stored event, in the order in which they came. */
    List<String> events() {
        return database.tx().call(em -> em.createQuery(
                        "select e.type || ' ' || e.key.source from EventRow e order by e.receivedAt, e.position",
                        String.class)
                .getResultList());
    }

    /** The data of each stored event of a type. */
    List<String> data(String type) {
        return database.tx().call(em -> em.createQuery(
                        "select e.data from EventRow e where e.type = :type order by e.position", String.class)
                .setParameter("type", type)
                .getResultList());
    }

    long messages() {
        return database.tx().call(em -> em.createQuery("select count(m) from MessageRow m", Long.class)
                .getSingleResult());
    }

    long conversations() {
        return database.tx().call(em -> em.createQuery("select count(c) from ConversationRow c", Long.class)
                .getSingleResult());
    }

    /** The meetings of a conversation as they stand; none of one that is not known. */
    List<MeetingState> meetings(ConversationKey conversation) {
        return new DueConversations(database.tx(), CLOCK, DUE, Duration.ofMinutes(5), false)
                .look(List.of(conversation)).stream()
                        .flatMap(found -> found.conversation().meetingStates().stream())
                        .toList();
    }

    /** Why mails are kept. */
    List<String> reasons() {
        return unread.list().stream().map(UnreadEntry::reason).toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
