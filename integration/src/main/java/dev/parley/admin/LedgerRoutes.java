package dev.parley.admin;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** What an admin asks of the ledger over HTTP; each route is let in by the admin token, and answers JSON. */
final class LedgerRoutes extends RouteBuilder {

    private final AdminDesk door;
    private final LedgerDesk desk;

    LedgerRoutes(AdminDesk door, LedgerDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    @Override
    public void configure() {
        admin("platform-http:/v1/records/{id}/why?httpMethodRestrict=GET", "explain-record", "why");
        admin("platform-http:/v1/undo?httpMethodRestrict=POST", "undo-writes", "undo");
    }

    private void admin(String endpoint, String id, String method) {
        from(endpoint)
                .routeId(id)
                .routeConfigurationId(AdminProblems.ID)
                // Query parameters become headers too: only these are ever looked at.
                .removeHeaders("*", "Authorization", "id", "since", "after", "dryRun")
                .bean(door, "admit")
                .bean(desk, method)
                .id(method)
                .removeHeaders("*")
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"));
    }
}
