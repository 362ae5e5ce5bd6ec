package dev.parley.meeting;

import java.util.List;

/** The tables of this package, for whoever opens the database. */
public final class MeetingEntities {

    private MeetingEntities() {}

    /** The entity classes. */
    public static List<Class<?>> classes() {
        return List.of(HoldRow.class, SellerRow.class, OfferRow.class, BookingRow.class);
    }
}
