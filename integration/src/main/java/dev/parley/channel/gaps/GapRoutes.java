package dev.parley.channel.gaps;

import org.apache.camel.builder.RouteBuilder;

/** The route {@code fill-gaps}. The property {@code gaps.period} says how often, in milliseconds. */
public final class GapRoutes extends RouteBuilder {

    private final Gaps gaps;

    /** Over what looks for them. */
    public GapRoutes(Gaps gaps) {
        this.gaps = gaps;
    }

    @Override
    public void configure() {
        from("timer:gaps?period={{gaps.period}}")
                .routeId("fill-gaps")
                .bean(gaps, "fill")
                .id("fill");
    }
}
