package dev.parley.channel.gaps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.mapping.GapMapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a service's REST API. It follows no redirect, so that the token goes nowhere else. */
final class ServiceApi {

    private static final int MOST_BYTES = 8 << 20;
    private static final int LONGEST_WAIT = 3600;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final Duration patience;

    ServiceApi() {
        this(ANSWER);
    }

    /** @param patience how long a whole answer may take */
    ServiceApi(Duration patience) {
        this.patience = patience;
    }

    /**
     * What it answers.
     *
     * @throws GapTrouble if that is nothing to go on with
     */
    JsonNode get(GapSource source, GapMapping gaps, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(source.at(path))
                .header(gaps.header(), gaps.value(source.token()))
                .header("Accept", "application/json");
        gaps.userHeader().ifPresent(header -> request.header(header, gaps.user(source.token())));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        requireWell(source, answer(source, request.build(), body));
        return json(source, body.toByteArray());
    }

    /** The whole answer within the time: the client's own time-out ends with the headers. */
    private HttpResponse<Void> answer(GapSource source, HttpRequest request, ByteArrayOutputStream body) {
        CompletableFuture<HttpResponse<Void>> asked = http.sendAsync(
                request, BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(bytes -> add(bytes, body))));
        try {
            return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GapTrouble("stopped while asking", null);
        } catch (TimeoutException e) {
            throw new GapTrouble(source.url() + " did not answer within " + patience.toSeconds() + " s", null);
        } catch (ExecutionException e) {
            throw new GapTrouble(
                    source.url() + " cannot be reached ("
                            + e.getCause().getClass().getSimpleName() + "): is " + setting(source, "url") + " right?",
                    null);
        } finally {
            asked.cancel(true);
        }
    }

    /** Past the bound nothing is kept; one byte over it says so. */
    private static void add(byte[] bytes, ByteArrayOutputStream body) {
        body.write(bytes, 0, Math.min(bytes.length, MOST_BYTES + 1 - body.size()));
    }

    private static void requireWell(GapSource source, HttpResponse<?> response) {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw new GapTrouble("it lets nobody in (" + status + "): look at " + setting(source, "apiToken"), null);
        }
        if (status == 429 || status >= 500) {
            throw new GapTrouble("it is busy or out of order (" + status + ")", retryAfter(response));
        }
        if (status != 200) {
            throw new GapTrouble("it answers " + status + ": look at " + setting(source, "url"), null);
        }
    }

    private static JsonNode json(GapSource source, byte[] body) {
        if (body.length > MOST_BYTES) {
            throw new GapTrouble("it answers more than " + (MOST_BYTES >> 20) + " MiB at once", null);
        }
        try {
            JsonNode answer = JSON.readTree(body);
            if (!answer.isContainerNode()) {
                // Nothing at all, in the place of what was asked for, is no empty list.
                throw new GapTrouble("it answers nothing: look at " + setting(source, "url"), null);
            }
            return answer;
        } catch (JsonProcessingException e) {
            throw new GapTrouble("it answers no JSON: look at " + setting(source, "url"), null);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    /** In seconds (RFC 9110 section 10.2.3); a date is as good as none here. */
    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Math.min(LONGEST_WAIT, Integer.parseInt(value))))
                .orElse(null);
    }

    private static String setting(GapSource source, String name) {
        return "source." + source.name() + "." + name;
    }
}
