package dev.parley.admin;

import com.google.common.base.Throwables;
import dev.parley.channel.ChannelEntities;
import dev.parley.channel.gaps.GapEntities;
import dev.parley.channel.mailbox.MailboxEntities;
import dev.parley.conversation.ConversationEntities;
import dev.parley.delivery.DeliveryEntities;
import dev.parley.identity.IdentityEntities;
import dev.parley.mail.MailEntities;
import dev.parley.store.Database;
import java.util.List;
import java.util.stream.Stream;

/** The store that the settings name, with the tables of every package. */
final class StoreSetup {

    private StoreSetup() {}

    /** Opens it, or says what is wrong with it. */
    static Database open(Settings settings) {
        List<Class<?>> entities = Stream.of(
                        ConversationEntities.classes(),
                        IdentityEntities.classes(),
                        DeliveryEntities.classes(),
                        MailEntities.classes(),
                        ChannelEntities.classes(),
                        GapEntities.classes(),
                        MailboxEntities.classes())
                .flatMap(List::stream)
                .toList();
        try {
            return Database.open(
                    settings.text("store.url"),
                    settings.find("store.user").orElse(""),
                    settings.has("store.password") ? settings.secret("store.password") : "",
                    entities);
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
