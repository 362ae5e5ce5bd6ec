package dev.parley.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Services that post what happened to the plugin, each signed in its own way. */
final class Webhooks {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String plugin;
    private final String secret;

    Webhooks(String plugin, String secret) {
        this.plugin = plugin;
        this.secret = secret;
    }

    /** As Chatwoot signs: the time and the body. */
    Json.Reply chatwoot(String delivery, JsonNode body) {
        String at = String.valueOf(Instant.now().getEpochSecond());
        return post(
                "chatwoot",
                body.toString(),
                Map.of(
                        "X-Chatwoot-Signature",
                        "sha256=" + signature(at + "." + body),
                        "X-Chatwoot-Timestamp",
                        at,
                        "X-Chatwoot-Delivery",
                        delivery));
    }

    /** As Cal.com signs: the body. */
    Json.Reply calcom(JsonNode body) {
        return post("calcom", body.toString(), Map.of("X-Cal-Signature-256", signature(body.toString())));
    }

    Json.Reply post(String source, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(plugin + "/v1/webhooks/" + source))
                .header("Content-Type", Json.TYPE)
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            var reply = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Json.Reply(reply.statusCode(), Json.MAPPER.readTree(reply.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
