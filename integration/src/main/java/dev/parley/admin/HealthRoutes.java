package dev.parley.admin;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** How the server is, for whoever watches it; open to all, for it holds no secret and no personal text. */
final class HealthRoutes extends RouteBuilder {

    private final HealthDesk desk;

    HealthRoutes(HealthDesk desk) {
        this.desk = desk;
    }

    @Override
    public void configure() {
        tell("/q/health", "all");
        tell("/q/health/ready", "ready");
        tell("/q/health/live", "live");
    }

    private void tell(String path, String method) {
        from("platform-http:" + path + "?httpMethodRestrict=GET")
                .routeId("tell-health-" + method)
                .routeConfigurationId(AdminProblems.ID)
                .removeHeaders("*")
                .bean(desk, method)
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"));
    }
}
