package dev.parley.identity;

import org.apache.camel.builder.RouteBuilder;

/** Keeps the directory current. */
public final class FollowRoutes extends RouteBuilder {

    /** The name in the registry under which the route finds {@link Following}. */
    public static final String FOLLOWING = "following";

    @Override
    public void configure() {
        from("scheduler:follow?delay={{delivery.interval}}&initialDelay=0&useFixedDelay=true")
                .routeId("follow-crm")
                .bean(FOLLOWING, "follow")
                .id("follow-changes");
    }
}
