package dev.parley.delivery;

import org.apache.camel.builder.RouteBuilder;

/** The routes that follow the mapping files: again and again, one run at a time. */
public final class MappingRoutes extends RouteBuilder {

    /** The name in the registry under which the route finds {@link MappingChanges}. */
    public static final String CHANGES = "mappingChanges";

    /** The name in the registry under which the route finds {@link MappingReplay}. */
    public static final String REPLAY = "mappingReplay";

    /** The name in the registry under which the route finds {@link DescribeWatch}. */
    public static final String WATCH = "describeWatch";

    @Override
    public void configure() {
        from("scheduler:describe?delay={{mappings.orgInterval}}&initialDelay={{mappings.orgInterval}}&useFixedDelay=true")
                .routeId("watch-describe")
                .bean(WATCH, "look")
                .id("look");

        from("scheduler:mappings?delay={{mappings.interval}}&initialDelay={{mappings.interval}}&useFixedDelay=true")
                .routeId("follow-mappings")
                .bean(CHANGES, "follow")
                .id("follow")
                .bean(WATCH, "follow")
                .id("look-at-change");

        from("scheduler:replay?delay={{mappings.interval}}&initialDelay={{mappings.interval}}&useFixedDelay=true")
                .routeId("replay-conversations")
                .bean(REPLAY, "step")
                .id("step");
    }
}
