package dev.parley.channel;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Serves what describes the interface. */
final class DocumentRoutes extends RouteBuilder {

    @Override
    public void configure() {
        serve("openapi.yaml", "channel", "application/yaml");
        serve("asyncapi.yaml", "channel", "application/yaml");
        serve("events.schema.json", "conversation", "application/schema+json");
    }

    private void serve(String document, String owner, String mediaType) {
        from("platform-http:/" + document + "?httpMethodRestrict=GET")
                .routeId("serve-" + document.replace('.', '-'))
                .removeHeaders("*")
                .setHeader(Exchange.CONTENT_TYPE, constant(mediaType))
                .setBody(constant("resource:classpath:dev/parley/" + owner + "/" + document));
    }
}
