package dev.parley.store;

import dev.parley.channel.ChannelEntities;
import dev.parley.channel.gaps.GapEntities;
import dev.parley.channel.mailbox.MailboxEntities;
import dev.parley.channel.writeback.WriteBackEntities;
import dev.parley.conversation.ConversationEntities;
import dev.parley.delivery.DeliveryEntities;
import dev.parley.identity.IdentityEntities;
import dev.parley.mail.MailEntities;
import dev.parley.meeting.MeetingEntities;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The databases that Parley runs on, each new and empty. */
public final class Stores {

    private static EmbeddedPostgres postgres;

    private Stores() {}

    /** The embedded default, in memory. */
    public static Database h2() {
        return Database.open("jdbc:h2:mem:" + UUID.randomUUID(), "", "", entities());
    }

    /** A real PostgreSQL server, one database for each call. */
    public static Database postgres() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = server().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("the test's PostgreSQL makes no database", e);
        }
        return Database.open(server().getJdbcUrl("postgres", name), "postgres", "", entities());
    }

    /** Both, for tests that must pass on both. */
    public static Stream<Database> all() {
        return Stream.of(h2(), postgres());
    }

    private static List<Class<?>> entities() {
        return Stream.of(
                        ConversationEntities.classes(),
                        IdentityEntities.classes(),
                        MailEntities.classes(),
                        MeetingEntities.classes(),
                        DeliveryEntities.classes(),
                        ChannelEntities.classes(),
                        GapEntities.classes(),
                        MailboxEntities.classes(),
                        WriteBackEntities.classes())
                .flatMap(List::stream)
                .toList();
    }

    private static synchronized EmbeddedPostgres server() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.start();
            }
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
