package dev.parley.admin;

import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Serves the admin's pages: files of the class path by name, and nothing else of it. */
final class ConsoleRoutes extends RouteBuilder {

    private static final String PLACE = "resource:classpath:dev/parley/admin/console/";
    private static final Map<String, String> FILES = Map.of(
            "console.css", "text/css",
            "console.js", "text/javascript",
            "reviews.js", "text/javascript",
            "words.js", "text/javascript");

    /** The pages run only what was served with them, talk only to this server, and stand in nobody's frame. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    public void configure() {
        FILES.forEach((file, type) -> serve("/console/" + file, file, type));
        serve("/console/", "index.html", "text/html");
        List.of("/console", "/").forEach(this::lead);
    }

    private void serve(String path, String file, String type) {
        from("platform-http:" + path + "?httpMethodRestrict=GET")
                .routeId("serve-" + file.replace('.', '-'))
                .removeHeaders("*")
                .setHeader(Exchange.CONTENT_TYPE, constant(type + "; charset=utf-8"))
                .setHeader("Content-Security-Policy", constant(POLICY))
                .setHeader("X-Content-Type-Options", constant("nosniff"))
                .setHeader("Cache-Control", constant("no-cache"))
                .setBody(constant(PLACE + file));
    }

    /** Who leaves the end of the address out is led to the pages. */
    private void lead(String path) {
        from("platform-http:" + path + "?httpMethodRestrict=GET")
                .routeId("lead-to-console-from-" + (path.length() > 1 ? path.substring(1) : "root"))
                .removeHeaders("*")
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(308))
                .setHeader("Location", constant("/console/"))
                .setBody(constant(""));
    }
}
