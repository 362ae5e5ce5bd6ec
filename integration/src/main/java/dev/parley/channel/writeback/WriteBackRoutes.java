package dev.parley.channel.writeback;

import org.apache.camel.builder.RouteBuilder;

/**
 * The routes {@code write-back-{source}}, each with a thread of its own, so that a slow service holds up no other. The
 * property {@code writeBack.period} says how often, in milliseconds.
 */
public final class WriteBackRoutes extends RouteBuilder {

    private final WriteBack writeBack;

    /** Over what tells them. */
    public WriteBackRoutes(WriteBack writeBack) {
        this.writeBack = writeBack;
    }

    @Override
    public void configure() {
        for (String source : writeBack.sources()) {
            from("timer:write-back-" + source + "?period={{writeBack.period}}")
                    .routeId("write-back-" + source)
                    .setBody(constant(source))
                    .bean(writeBack, "write")
                    .id("write-" + source);
        }
    }
}
