package dev.parley.channel.writeback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The requests that one event takes, within a time for them all. It follows no redirect, so that the token goes nowhere
 * else.
 */
final class Session {

    /** How long all requests of one event may take. */
    static final Duration WHOLE = Duration.ofSeconds(20);

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 8 << 20;
    private static final int LONGEST_WAIT = 3600;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    private final Account account;
    private final Map<String, String> headers;
    private final long end;

    /** @param headers that prove who asks */
    Session(Account account, Map<String, String> headers, Duration whole) {
        this.account = account;
        this.headers = headers;
        this.end = System.nanoTime() + whole.toNanos();
    }

    /**
     * What the service answers.
     *
     * @param path below the API's address
     * @throws WriteTrouble if that is nothing to go on with, here as below
     */
    JsonNode get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    JsonNode post(String path, JsonNode body) {
        return call("POST", path, BodyPublishers.ofString(body.toString()));
    }

    JsonNode put(String path, JsonNode body) {
        return call("PUT", path, BodyPublishers.ofString(body.toString()));
    }

    private JsonNode call(String method, String path, BodyPublisher content) {
        HttpRequest.Builder request = HttpRequest.newBuilder(account.at(path))
                .method(method, content)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
        headers.forEach(request::header);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        requireWell(method, path, answer(request.build(), body));
        return json(body.toByteArray());
    }

    /** The whole answer within the time: the client's own time-out ends with the headers. */
    private HttpResponse<Void> answer(HttpRequest request, ByteArrayOutputStream body) {
        CompletableFuture<HttpResponse<Void>> asked = HTTP.sendAsync(
                request, BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(bytes -> add(bytes, body))));
        try {
            return asked.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw WriteTrouble.ofAll("stopped while it was told", null);
        } catch (TimeoutException e) {
            throw WriteTrouble.ofAll(account.url() + " did not answer in time", null);
        } catch (ExecutionException e) {
            throw WriteTrouble.ofAll(
                    account.url() + " cannot be reached ("
                            + e.getCause().getClass().getSimpleName() + "): is " + account.setting("url") + " right?",
                    null);
        } finally {
            asked.cancel(true);
        }
    }

    /** Past the bound nothing is kept; one byte over it says so. */
    private static void add(byte[] bytes, ByteArrayOutputStream body) {
        body.write(bytes, 0, Math.min(bytes.length, MOST_BYTES + 1 - body.size()));
    }

    private void requireWell(String method, String path, HttpResponse<?> response) {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw WriteTrouble.ofAll(
                    "it lets Parley write nothing (" + status + "): look at " + account.setting("apiToken"), null);
        }
        if (status == 429 || status >= 500) {
            throw WriteTrouble.ofAll("it is busy or out of order (" + status + ")", retryAfter(response));
        }
        if (status == 404) {
            throw WriteTrouble.ofOne(
                    "it knows no such conversation (404): if that is so of all, look at " + account.setting("url"));
        }
        if (status < 200 || status > 299) {
            throw WriteTrouble.ofOne("it answers " + status + " to " + method + " "
                    + path.replaceFirst("\\?.*", "").replaceAll("/[^/]*\\d[^/]*", "/…"));
        }
    }

    private JsonNode json(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw WriteTrouble.ofOne("it answers more than " + (MOST_BYTES >> 20) + " MiB at once");
        }
        try {
            JsonNode answer = JSON.readTree(body);
            return answer == null ? MissingNode.getInstance() : answer;
        } catch (JsonProcessingException e) {
            throw WriteTrouble.ofAll("it answers no JSON: look at " + account.setting("url"), null);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    /**
     * In seconds (RFC 9110 section 10.2.3), or up to a moment: Intercom says that in seconds since 1970, Rocket.Chat in
     * milliseconds.
     */
    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .or(() -> response.headers()
                        .firstValue("X-RateLimit-Reset")
                        .filter(value -> value.matches("\\d{10,13}"))
                        .map(Session::secondsUntil))
                .map(seconds -> Duration.ofSeconds(Math.max(1, Math.min(LONGEST_WAIT, seconds))))
                .orElse(null);
    }

    private static long secondsUntil(String moment) {
        long at = Long.parseLong(moment);
        long second = moment.length() > 10 ? at / 1000 : at;
        return second - Instant.now().getEpochSecond();
    }
}
