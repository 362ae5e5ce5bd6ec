package dev.parley.admin;

import dev.parley.identity.Directory;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Watches what is to be offered, and serves the sellers' pages. */
final class HandoffRoutes extends RouteBuilder {

    private final HandoffSetup handoff;
    private final Directory directory;
    private final boolean enabled;

    /** @param enabled false while nothing is to be written: then nobody is asked either */
    HandoffRoutes(HandoffSetup handoff, Directory directory, boolean enabled) {
        this.handoff = handoff;
        this.directory = directory;
        this.enabled = enabled;
    }

    @Override
    public void configure() {
        if (enabled) {
            from("scheduler:handoffs?delay={{handoff.interval:250}}&useFixedDelay=true")
                    .routeId("watch-handoffs")
                    .bean(this, "watch")
                    .id("watch");
        }
        OfferDesk pages = new OfferDesk(handoff.page());
        serve("GET", "show", pages);
        serve("POST", "act", pages);
    }

    private void serve(String verb, String method, OfferDesk pages) {
        from("platform-http:/v1/handoffs/{token}?httpMethodRestrict=" + verb)
                .routeId(method + "-offer-page")
                .routeConfigurationId(AdminProblems.ID)
                // Query parameters and form fields become headers: only these are ever looked at.
                .removeHeaders("*", "token", "decision", "Accept", "Accept-Language", Exchange.CONTENT_LENGTH)
                .bean(pages, method)
                .id(method + "-offer");
    }

    /** Who a visitor is can be said only once the directory has been read. */
    public void watch() {
        if (directory.state() != Directory.State.LOADING) {
            handoff.desk().watch();
        }
    }
}
