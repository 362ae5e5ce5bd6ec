package dev.parley.crm.salesforce;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;

/** The one way out to Salesforce: {@code call-crm}, and the component behind it. */
final class SalesforceRoutes extends RouteBuilder {

    static final String CALL_CRM = "direct:call-crm";
    static final String CALL_OPTIONS = "Sforce-Call-Options";

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** Room for five query pages of 2,000 rows; the component's own 4 MB would not hold them. */
    static final int MOST_REPLY_BYTES = 48 << 20;

    private final SalesforceSettings settings;

    SalesforceRoutes(SalesforceSettings settings) {
        this.settings = settings;
    }

    @Override
    public void configure() {
        getContext().addComponent("salesforce", component());
        // The caller of the gateway decides what a failure means, and the component's exceptions carry whole replies:
        // neither is for an error handler that would redeliver or log them here.
        from(CALL_CRM)
                .routeId("call-crm")
                .errorHandler(noErrorHandler())
                .to("salesforce:raw?format=JSON&rawHttpHeaders=" + CALL_OPTIONS)
                .id("salesforce");
    }

    private SalesforceComponent component() {
        SalesforceComponent component = new SalesforceComponent();
        component.setAuthenticationType(AuthenticationType.CLIENT_CREDENTIALS);
        component.setLoginUrl(settings.root());
        component.setClientId(settings.clientId());
        component.setClientSecret(settings.clientSecret());
        component.setLazyLogin(true);
        component.setPackages(SalesforceRoutes.class.getPackageName());
        // The component writes its own defaults into the map.
        component.setHttpClientProperties(new HashMap<>(Map.of(
                "httpRequestTimeout", settings.timeout().toMillis(),
                "httpIdleTimeout", settings.timeout().toMillis(),
                "httpConnectionTimeout", CONNECT_TIMEOUT.toMillis(),
                "httpMaxContentLength", MOST_REPLY_BYTES)));
        return component;
    }
}
