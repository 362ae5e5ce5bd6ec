package dev.parley.admin;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** What an admin asks of the mapping files over HTTP; each route is let in by the admin token, and answers JSON. */
final class MappingDeskRoutes extends RouteBuilder {

    private final AdminDesk door;
    private final MappingDesk desk;

    MappingDeskRoutes(AdminDesk door, MappingDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    @Override
    public void configure() {
        admin("platform-http:/v1/mappings?httpMethodRestrict=GET", "show-mappings", "state");
        admin("platform-http:/v1/mappings/versions?httpMethodRestrict=GET", "list-mapping-versions", "versions");
        admin("platform-http:/v1/mappings/versions?httpMethodRestrict=POST", "apply-mappings", "apply");
        admin("platform-http:/v1/mappings/versions/{id}?httpMethodRestrict=GET", "show-mapping-version", "version");
        admin("platform-http:/v1/mappings/rollback?httpMethodRestrict=POST", "roll-mappings-back", "rollback");
    }

    private void admin(String endpoint, String id, String method) {
        from(endpoint)
                .routeId(id)
                .routeConfigurationId(AdminProblems.ID)
                // Query parameters become headers too: only these are ever looked at.
                .removeHeaders("*", "Authorization", "Content-Type", "id", "version", "by", "dryRun", "discardEdits")
                .bean(door, "admit")
                .bean(desk, method)
                .id(method)
                .removeHeaders("*")
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"));
    }
}
