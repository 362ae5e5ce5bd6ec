package dev.parley.delivery;

import java.util.List;

/** The tables of this package, for whoever opens the database. */
public final class DeliveryEntities {

    private DeliveryEntities() {}

    /** The entity classes. */
    public static List<Class<?>> classes() {
        return List.of(
                AppliedRow.class,
                DeadLetterRow.class,
                BoundOrgRow.class,
                MappingVersionRow.class,
                MappingReplayRow.class,
                MappingIntentRow.class,
                ConcernedRow.class,
                ConcernedRow.Key.class,
                LedgerRow.class,
                CommandRow.class,
                CorrectionPositionRow.class);
    }
}
