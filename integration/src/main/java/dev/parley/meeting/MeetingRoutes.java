package dev.parley.meeting;

import org.apache.camel.builder.RouteBuilder;

/** Answers wishes for meetings: {@code book-meetings}. */
public final class MeetingRoutes extends RouteBuilder {

    /** As many as wait for calendars at once at most. */
    public static final int WORKERS = 10;

    private final Bookings bookings;

    /** @param bookings answers them */
    public MeetingRoutes(Bookings bookings) {
        this.bookings = bookings;
    }

    @Override
    public void configure() {
        from("scheduler:meetings?delay={{meetings.interval}}&useFixedDelay=true")
                .routeId("book-meetings")
                .bean(bookings, "answer")
                .id("answer");
    }
}
