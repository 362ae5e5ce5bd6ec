package dev.parley.channel;

import java.util.List;

/** The table of this package, for whoever opens the database. */
public final class ChannelEntities {

    private ChannelEntities() {}

    /** The entity classes. */
    public static List<Class<?>> classes() {
        return List.of(UnreadRow.class);
    }
}
