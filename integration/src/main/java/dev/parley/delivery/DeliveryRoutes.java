package dev.parley.delivery;

import org.apache.camel.builder.RouteBuilder;

/** Delivery's route: again and again, one run at a time. */
public final class DeliveryRoutes extends RouteBuilder {

    /** The name in the registry under which the route finds {@link Delivery}. */
    public static final String DELIVERY = "delivery";

    @Override
    public void configure() {
        from("scheduler:deliver?delay={{delivery.interval}}&initialDelay=0&useFixedDelay=true")
                .routeId("deliver-conversations")
                .bean(DELIVERY, "deliver")
                .id("deliver");
    }
}
