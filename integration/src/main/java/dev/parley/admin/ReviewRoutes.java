package dev.parley.admin;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** What an admin sees and says of conversations that wait for a person; each route is let in by the admin token. */
final class ReviewRoutes extends RouteBuilder {

    private final AdminDesk door;
    private final ReviewDesk desk;

    ReviewRoutes(AdminDesk door, ReviewDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    @Override
    public void configure() {
        admin("platform-http:/v1/reviews?httpMethodRestrict=GET", "list-reviews", "list");
        admin("platform-http:/v1/reviews/{source}/{id}?httpMethodRestrict=POST", "decide-review", "decide");
    }

    private void admin(String endpoint, String id, String method) {
        from(endpoint)
                .routeId(id)
                .routeConfigurationId(AdminProblems.ID)
                // Query parameters become headers too: only these are ever looked at.
                .removeHeaders("*", "Authorization", "source", "id", "after", "limit", "lang")
                .bean(door, "admit")
                .bean(desk, method)
                .id(method)
                .removeHeaders("*")
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"));
    }
}
