package dev.parley.delivery;

import org.apache.camel.builder.RouteBuilder;

/** Reads back what people correct and command in the CRM, one look at a time. */
public final class CorrectionRoutes extends RouteBuilder {

    /** The name in the registry under which the route finds {@link Corrections}. */
    public static final String CORRECTIONS = "corrections";

    @Override
    public void configure() {
        from("scheduler:corrections?delay={{corrections.interval}}&initialDelay={{corrections.interval}}&useFixedDelay=true")
                .routeId("follow-corrections")
                .bean(CORRECTIONS, "follow")
                .id("read-back");
    }
}
