package dev.parley.mail;

import java.util.List;

/** The table of this package, for whoever opens the database. */
public final class MailEntities {

    private MailEntities() {}

    /** The entity classes. */
    public static List<Class<?>> classes() {
        return List.of(MailRow.class);
    }
}
