package dev.parley.channel.mailbox;

import java.util.List;

/** The table of this package, for whoever opens the database. */
public final class MailboxEntities {

    private MailboxEntities() {}

    /** The entity classes. */
    public static List<Class<?>> classes() {
        return List.of(InvitationRow.class);
    }
}
