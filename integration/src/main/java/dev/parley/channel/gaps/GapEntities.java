package dev.parley.channel.gaps;

import java.util.List;

/** The table of this package, for whoever opens the database. */
public final class GapEntities {

    private GapEntities() {}

    /** The entity classes. */
    public static List<Class<?>> classes() {
        return List.of(GapPositionRow.class);
    }
}
