package dev.parley.delivery;

import org.apache.camel.builder.RouteBuilder;

/** Delivery's routes: again and again, one run at a time. */
public final class DeliveryRoutes extends RouteBuilder {

    /** The name in the registry under which the route finds {@link Delivery}. */
    public static final String DELIVERY = "delivery";

    /** The name in the registry under which the route finds {@link OldConversations}. */
    public static final String OLD_CONVERSATIONS = "oldConversations";

    @Override
    public void configure() {
        from("scheduler:deliver?delay={{delivery.interval}}&initialDelay=0&useFixedDelay=true")
                .routeId("deliver-conversations")
                .bean(DELIVERY, "deliver")
                .id("deliver");

        from("scheduler:forget?delay=24&timeUnit=HOURS&initialDelay=0")
                .routeId("forget-old-conversations")
                .bean(OLD_CONVERSATIONS, "forget")
                .id("forget");
    }
}
