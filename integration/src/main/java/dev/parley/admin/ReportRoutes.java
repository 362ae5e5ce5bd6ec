package dev.parley.admin;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** What is asked of conversations as a whole over HTTP: the admin by their token, who may see agents' figures by theirs. */
final class ReportRoutes extends RouteBuilder {

    private static final String GET = "?httpMethodRestrict=GET";

    private final AdminDesk door;
    private final ReportDesk desk;

    ReportRoutes(AdminDesk door, ReportDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    @Override
    public void configure() {
        report("platform-http:/v1/reports/presence" + GET, "report-presence", door, "admit", "presence");
        report("platform-http:/v1/reports/bot" + GET, "report-bot", door, "admit", "bot");
        report(
                "platform-http:/v1/reports/presence/agents" + GET,
                "report-agents",
                desk,
                "admitReader",
                "presenceOfAgents");
    }

    private void report(String endpoint, String id, Object doorkeeper, String admit, String method) {
        from(endpoint)
                .routeId(id)
                .routeConfigurationId(AdminProblems.ID)
                // Query parameters become headers too: only these are ever looked at.
                .removeHeaders("*", "Authorization", "since")
                .bean(doorkeeper, admit)
                .bean(desk, method)
                .id(method)
                .removeHeaders("*")
                .setHeader("Cache-Control", constant("no-store"))
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"));
    }
}
