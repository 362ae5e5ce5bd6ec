package dev.parley.crm;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;

/** The CRM's own word of what changes in it (Event-Driven Consumer). */
public interface ChangeFeed {

    /**
     * Begins to tell of changes, once; calling it again tries once more where that failed.
     *
     * @param sobjects the object types to be told of
     * @param after gives the replay id of the last change of a type that was taken, or null for none; where it is too old
     *     the feed ends, and the next call begins with what changes from then on
     * @param taker takes each change, in their order; what it throws is logged, and the change is not told again
     * @return whether changes are told now
     */
    boolean follow(Collection<String> sobjects, Function<String, Long> after, Consumer<Change> taker);
}
