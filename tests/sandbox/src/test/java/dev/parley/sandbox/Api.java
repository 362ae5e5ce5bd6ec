package dev.parley.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A caller of an org's REST API, logged in by client credentials. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String token;
    private final String version;

    private Api(String url, String token, String version) {
        this.url = url;
        this.token = token;
        this.version = version;
    }

    /** What came back. */
    public record Answer(int status, JsonNode body, String text, HttpHeaders headers) {
        /** The text at that JSON pointer. */
        public String at(String pointer) {
            return body.at(pointer).asText();
        }

        /** The id of the record that was made. */
        public String id() {
            return at("/id");
        }
    }

    public static Api login(String url, String clientId, String secret) {
        return grant(
                url,
                "grant_type=client_credentials&client_id=" + encode(clientId) + "&client_secret=" + encode(secret));
    }

    /** Logs in as any user of a sandbox org. */
    public static Api as(SandboxOrg org, String username) {
        return grant(
                org.url(),
                "grant_type=password&client_id=demo&client_secret=demo&password=demo&username=" + encode(username));
    }

    private static Api grant(String url, String form) {
        Api anonymous = new Api(url, "none", "62.0");
        Answer answer = anonymous.send(HttpRequest.newBuilder(URI.create(url + "/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.status() != 200) {
            throw new IllegalStateException("Login at " + url + " was refused: " + answer.text());
        }
        return new Api(answer.at("/instance_url"), answer.at("/access_token"), "62.0");
    }

    public static Api administrator(SandboxOrg org) {
        return login(org.url(), "demo", "demo");
    }

    public static Api integration(SandboxOrg org) {
        return login(org.url(), "parley-demo", "parley-demo");
    }

    public Api version(String other) {
        return new Api(url, token, other);
    }

    public Api token(String other) {
        return new Api(url, other, version);
    }

    public Answer get(String path, String... headers) {
        return call("GET", path, null, headers);
    }

    public Answer post(String path, String body, String... headers) {
        return call("POST", path, body, headers);
    }

    public Answer patch(String path, String body, String... headers) {
        return call("PATCH", path, body, headers);
    }

    /** Sends a text of another type than JSON. */
    public Answer put(String path, String body, String type) {
        return send(HttpRequest.newBuilder(URI.create(url + "/services/data/v" + version + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .PUT(BodyPublishers.ofString(body)));
    }

    public Answer delete(String path) {
        return call("DELETE", path, null);
    }

    public Answer query(String soql) {
        return get("/query?q=" + encode(soql));
    }

    /** A page of the org. */
    public Answer page(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)));
    }

    /** What a new subscriber is told who asks for that channel. */
    public String bayeux(String channel) {
        String client = post(
                        "/cometd/62.0",
                        "[{\"channel\":\"/meta/handshake\",\"version\":\"1.0\",\"supportedConnectionTypes\":[\"long-polling\"]}]")
                .at("/0/clientId");
        return post(
                        "/cometd/62.0",
                        "[{\"channel\":\"/meta/subscribe\",\"clientId\":\"%s\",\"subscription\":\"%s\"}]"
                                .formatted(client, channel))
                .text();
    }

    /** Calls a resource; a path that begins with /services, /sandbox or /cometd stands for itself. */
    public Answer call(String method, String path, String body, String... headers) {
        boolean absolute = path.startsWith("/services") || path.startsWith("/sandbox") || path.startsWith("/cometd");
        String address = absolute ? url + path : url + "/services/data/v" + version + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
            JsonNode body = json ? JSON.readTree(response.body()) : JSON.missingNode();
            return new Answer(response.statusCode(), body, response.body(), response.headers());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
