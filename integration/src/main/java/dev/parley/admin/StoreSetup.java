package dev.parley.admin;

import com.google.common.base.Throwables;
import dev.parley.channel.ChannelEntities;
import dev.parley.channel.gaps.GapEntities;
import dev.parley.channel.mailbox.MailboxEntities;
import dev.parley.channel.writeback.WriteBackEntities;
import dev.parley.conversation.ConversationEntities;
import dev.parley.delivery.DeliveryEntities;
import dev.parley.delivery.MappingVersion;
import dev.parley.delivery.MappingVersions;
import dev.parley.identity.IdentityEntities;
import dev.parley.mail.MailEntities;
import dev.parley.meeting.MeetingEntities;
import dev.parley.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The store that the settings name, with the tables of every package. */
final class StoreSetup {

    private StoreSetup() {}

    /** The mapping files that were last in force; empty if there is no store yet, or it cannot be opened. */
    static Optional<Map<String, String>> lastMappings(Settings settings) {
        if (!Database.exists(settings.text("store.url"), user(settings), password(settings))) {
            return Optional.empty();
        }
        try (Database database = open(settings)) {
            return new MappingVersions(database.tx(), Clock.systemUTC())
                    .latest()
                    .map(MappingVersion::files);
        }
    }

    private static String user(Settings settings) {
        return settings.find("store.user").orElse("");
    }

    private static String password(Settings settings) {
        return settings.has("store.password") ? settings.secret("store.password") : "";
    }

    /** Opens it, or says what is wrong with it. */
    static Database open(Settings settings) {
        List<Class<?>> entities = Stream.of(
                        ConversationEntities.classes(),
                        IdentityEntities.classes(),
                        DeliveryEntities.classes(),
                        MailEntities.classes(),
                        MeetingEntities.classes(),
                        ChannelEntities.classes(),
                        GapEntities.classes(),
                        MailboxEntities.classes(),
                        WriteBackEntities.classes())
                .flatMap(List::stream)
                .toList();
        try {
            return Database.open(settings.text("store.url"), user(settings), password(settings), entities);
        } catch (RuntimeException e) {
            throw new CommandFailed(
                    "The store at " + settings.text("store.url") + " cannot be opened: "
                            + Throwables.getRootCause(e).getMessage()
                            + "\nDoes another Parley use it? Stop that one, or choose another home; else look at"
                            + " store.url, store.user and store.password.",
                    e);
        }
    }
}
