package dev.parley.admin;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * What an admin asks over HTTP; each route is let in by the admin token, and answers JSON.
 *
 * <p>Camel hands on query parameters and headers alike, so a parameter named {@code Authorization} is taken for the
 * header. It opens nothing without the token; but it stands in the logs of whatever lies between, so send the header.
 */
final class AdminRoutes extends RouteBuilder {

    private final AdminDesk desk;

    AdminRoutes(AdminDesk desk) {
        this.desk = desk;
    }

    @Override
    public void configure() {
        admin("platform-http:/v1/conversations/{source}/{id}?httpMethodRestrict=GET", "show-conversation", "show");
        admin("platform-http:/v1/status?httpMethodRestrict=GET", "show-status", "status");
        admin("platform-http:/v1/dead-letters?httpMethodRestrict=GET", "list-dead-letters", "deadLetters");
        admin("platform-http:/v1/dead-letters/{id}/replay?httpMethodRestrict=POST", "replay-dead-letter", "replay");
        admin("platform-http:/v1/dead-letters/{id}/discard?httpMethodRestrict=POST", "discard-dead-letter", "discard");
        admin("platform-http:/v1/backfill?httpMethodRestrict=POST", "receive-history", "backfill");
        admin("platform-http:/v1/reconcile?httpMethodRestrict=POST", "prove-completeness", "reconcile");
    }

    private void admin(String endpoint, String id, String method) {
        from(endpoint)
                .routeId(id)
                .routeConfigurationId(AdminProblems.ID)
                // Query parameters become headers too: only these are ever looked at.
                .removeHeaders(
                        "*", "Authorization", "Content-Type", "source", "id", "create", "since", "repair", "lang")
                .bean(desk, "admit")
                .bean(desk, method)
                .id(method)
                .removeHeaders("*")
                .setHeader(Exchange.CONTENT_TYPE, constant("application/json"));
    }
}
