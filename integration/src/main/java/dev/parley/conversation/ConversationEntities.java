package dev.parley.conversation;

import java.util.List;

/** The tables of this package, for whoever opens the database. */
public final class ConversationEntities {

    private ConversationEntities() {}

    /** The entity classes. */
    public static List<Class<?>> classes() {
        return List.of(
                ConversationRow.class,
                EventRow.class,
                MessageRow.class,
                PartRow.class,
                ReadingRow.class,
                MeetingUidRow.class,
                OwnKeyRow.class,
                OwnEventRow.class,
                OwnEventCountRow.class,
                SourceHeardRow.class);
    }
}
