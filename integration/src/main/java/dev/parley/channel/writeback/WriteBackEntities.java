package dev.parley.channel.writeback;

import java.util.List;

/** The tables of this package, for whoever opens the database. */
public final class WriteBackEntities {

    private WriteBackEntities() {}

    /** The entity classes. */
    public static List<Class<?>> classes() {
        return List.of(PlaceRow.class, LaterRow.class);
    }
}
