package dev.parley.admin;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The route by which an admin asks what other mapping files would change; let in by the admin token. */
final class PreviewRoutes extends RouteBuilder {

    private final AdminDesk door;
    private final PreviewDesk desk;

    PreviewRoutes(AdminDesk door, PreviewDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    @Override
    public void configure() {
        from("platform-http:/v1/mappings/preview?httpMethodRestrict=POST")
                .routeId("preview-mappings")
                .routeConfigurationId(AdminProblems.ID)
                .removeHeaders("*", "Authorization", "Content-Type", "after")
                .bean(door, "admit")
                .bean(desk, "preview")
                .id("preview")
                .removeHeaders("*")
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"));
    }
}
