package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Speaks to the running server as its admin. */
final class ServerClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI root;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /** The server of these settings; {@code admin.token} must be among them. */
    ServerClient(Settings settings) {
        this(settings, settings.secret("admin.token"));
    }

    private ServerClient(Settings settings, String token) {
        this.root = root(settings.text("http.host"), settings.number("http.port"));
        this.token = token;
    }

    /** The same for somebody with another token than the admin's. */
    static ServerClient with(Settings settings, String token) {
        return new ServerClient(settings, token);
    }

    /**
     * What the server said.
     *
     * @param status 200 and above
     * @param body missing if it was none
     * @param retryAfter when it wants to be asked again, if it says so
     */
    record Answer(int status, JsonNode body, Optional<Duration> retryAfter) {

        boolean isWell() {
            return status < 300;
        }

        /** The problem in the server's words (RFC 9457). */
        String problem() {
            return status + " " + body.path("detail").asText(body.path("title").asText("without a word"));
        }

        /** This answer, if it is well. */
        Answer orThrow(String what) {
            if (!isWell()) {
                throw new CommandFailed(what + " failed: " + problem()
                        + (status == 401 ? " Is admin.token the one that the server was started with?" : ""));
            }
            return this;
        }
    }

    /** Where the server that listens on this address can be reached from this machine. */
    static URI root(String host, int port) {
        String name = Set.of("0.0.0.0", "::").contains(host) ? "127.0.0.1" : host;
        return URI.create("http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    Answer post(String path, String contentType, byte[] body) {
        BodyPublisher publisher = BodyPublishers.ofByteArray(body);
        return send(request(path).header("Content-Type", contentType).POST(publisher));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path))
                .timeout(ANSWER)
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            Optional<Duration> retryAfter = response.headers()
                    .firstValue("Retry-After")
                    .flatMap(seconds -> Durations.read(seconds.strip() + "s"));
            return new Answer(response.statusCode(), json(response.body()), retryAfter);
        } catch (ConnectException e) {
            throw new CommandFailed(
                    "No Parley answers at " + root + ". Start it with 'run', or correct http.host and http.port.", e);
        } catch (IOException e) {
            throw new CommandFailed("The connection to " + root + " broke before an answer came; try again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("Interrupted while waiting for " + root + ".", e);
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
