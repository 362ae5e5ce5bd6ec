package dev.parley.channel;

import java.time.Clock;
import java.time.Period;
import org.apache.camel.builder.RouteBuilder;

/** The route that forgets deliveries which could never be read: once a day. */
public final class UnreadRoutes extends RouteBuilder {

    private final OldUnread old;

    /**
     * Over what is kept.
     *
     * @param keep how long a delivery is kept after it arrived
     */
    public UnreadRoutes(Unread unread, Clock clock, Period keep) {
        this.old = new OldUnread(unread, clock, keep);
    }

    @Override
    public void configure() {
        from("scheduler:forget-unread?delay=24&timeUnit=HOURS&initialDelay=0")
                .routeId("forget-unread-deliveries")
                .bean(old, "forget")
                .id("forget-unread");
    }
}
