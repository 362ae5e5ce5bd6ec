package dev.parley.sandbox.rest;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as it came over the network.
 *
 * @param path the path as it was sent, escapes and all
 * @param query the query as it was sent, null for none
 * @param headers the headers, by lower-case name
 * @param body the bytes, which may be none
 */
record Exchange(String method, String path, String query, Map<String, String> headers, Buffer body) {
    private static final Pattern CLIENT = Pattern.compile("client *= *([^,;]+)");

    /** A request with a file and what is said of it, as one JSON body. */
    static Exchange ofUpload(RoutingContext context, Buffer file) {
        Map<String, String> headers = new HashMap<>();
        context.request().headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        headers.put("content-type", "application/json");
        String said = Optional.ofNullable(context.request().getFormAttribute("entity_content"))
                .orElse("{}");
        String body =
                "{\"file\":\"" + Base64.getEncoder().encodeToString(file.getBytes()) + "\",\"said\":" + said + "}";
        return new Exchange(
                context.request().method().name(),
                context.request().path(),
                context.request().query(),
                headers,
                Buffer.buffer(body));
    }

    static Exchange of(RoutingContext context) {
        Map<String, String> headers = new HashMap<>();
        context.request().headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        String method = context.request().method().name();
        String query = context.request().query();
        Buffer body = context.body() == null || context.body().buffer() == null
                ? Buffer.buffer()
                : context.body().buffer();
        String asked = ApiPath.parameters(query).getOrDefault("_HttpMethod", method);
        return new Exchange(
                method.equals("POST") ? asked : method, context.request().path(), query, headers, body);
    }

    /** Path and query, as an address. */
    String address() {
        return query == null ? path : path + "?" + query;
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** What the caller named itself. */
    Optional<String> client() {
        Matcher match = CLIENT.matcher(header("Sforce-Call-Options"));
        return match.find() ? Optional.of(match.group(1).strip()) : Optional.empty();
    }
}
