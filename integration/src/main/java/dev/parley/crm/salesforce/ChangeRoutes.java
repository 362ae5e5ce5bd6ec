package dev.parley.crm.salesforce;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;

/** One route for each object type that the org tells of: {@code follow-crm-account} and its like. */
final class ChangeRoutes extends RouteBuilder {

    private static final String COMPONENT = "salesforce-changes";
    private static final String FEED = "salesforceChanges";

    /** Salesforce holds a long poll for 110 seconds. */
    private static final int LONG_POLL_MILLIS = 120_000;

    /** Only events that come from now on. */
    private static final long NEW = -1;

    private final SalesforceSettings settings;
    private final SalesforceChanges feed;
    private final Collection<String> sobjects;
    private final Function<String, Long> after;

    ChangeRoutes(
            SalesforceSettings settings,
            SalesforceChanges feed,
            Collection<String> sobjects,
            Function<String, Long> after) {
        this.settings = settings;
        this.feed = feed;
        this.sobjects = sobjects;
        this.after = after;
    }

    @Override
    public void configure() {
        getContext().getRegistry().bind(FEED, feed);
        getContext().addComponent(COMPONENT, component());
        for (String sobject : sobjects) {
            from(channel(sobject))
                    .routeId(routeId(sobject))
                    .bean(FEED, "take")
                    .id("take-" + sobject.toLowerCase(Locale.ROOT));
        }
    }

    /** Takes the routes out again, and ends the login with them. */
    void leave(CamelContext context) throws Exception {
        for (String sobject : sobjects) {
            if (context.getRoute(routeId(sobject)) != null) {
                context.getRouteController().stopRoute(routeId(sobject));
            }
            context.removeRoute(routeId(sobject));
        }
        context.removeComponent(COMPONENT);
    }

    private String channel(String sobject) {
        Long seen = after.apply(sobject);
        return "%s:subscribe:data/%sChangeEvent?rawPayload=true&replayId=%d&exceptionHandler=#%s"
                .formatted(COMPONENT, sobject, seen == null ? NEW : seen, FEED);
    }

    private static String routeId(String sobject) {
        return "follow-crm-" + sobject.toLowerCase(Locale.ROOT);
    }

    private SalesforceComponent component() {
        SalesforceComponent component = new SalesforceComponent();
        component.setAuthenticationType(AuthenticationType.CLIENT_CREDENTIALS);
        component.setLoginUrl(settings.root());
        component.setClientId(settings.clientId());
        component.setClientSecret(settings.clientSecret());
        SalesforceEndpointConfig config = new SalesforceEndpointConfig();
        config.setApiVersion(settings.apiVersion());
        component.setConfig(config);
        component.setPackages(ChangeRoutes.class.getPackageName());
        component.setHttpClientProperties(new HashMap<>(Map.of("httpRequestTimeout", (long) LONG_POLL_MILLIS)));
        return component;
    }
}
