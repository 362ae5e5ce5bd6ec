package dev.parley.identity;

import java.util.List;

/** The persistent classes of this package, for whoever opens the database. */
public final class IdentityEntities {

    private IdentityEntities() {}

    /** All of them. */
    public static List<Class<?>> classes() {
        return List.of(
                CrmRecord.class,
                CrmRecordKey.class,
                CrmPosition.class,
                ReplayRow.class,
                ManualLinkRow.class,
                LearnedLinkRow.class,
                LinkHistoryRow.class,
                MatchStateRow.class,
                MatchKeyRow.class);
    }
}
