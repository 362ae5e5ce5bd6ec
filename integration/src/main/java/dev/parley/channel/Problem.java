package dev.parley.channel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a request was not taken, as problem details (RFC 9457). Its type is always {@code about:blank}: the status says
 * which kind it is, {@code detail} and {@code errors} what to do about it.
 *
 * @param status the HTTP status, 400 to 599
 * @param detail what is wrong and what to do next, for people
 * @param errors each wrong place, at most 20; empty where the whole request is meant
 * @param retryAfter when to come again, or null
 * @param challenge what a 401 asks for (RFC 9110 section 11.6.1), or null
 */
public record Problem(int status, String detail, List<Fault> errors, Duration retryAfter, String challenge) {

    private static final String TOKEN = "Bearer realm=\"parley\"";

    /** The media type of {@link #toJson()}. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(408, "Request Timeout"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Content Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(417, "Expectation Failed"),
            Map.entry(426, "Upgrade Required"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"));

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem that asks for nothing but a better request. */
    public Problem(int status, String detail, List<Fault> errors, Duration retryAfter) {
        this(status, detail, errors, retryAfter, null);
    }

    /** A problem of the whole request. */
    public static Problem of(int status, String detail) {
        return new Problem(status, detail, List.of(), null, status == 401 ? TOKEN : null);
    }

    /**
     * 401 for a webhook: a service proves who it is by its own scheme, and no bearer token helps.
     *
     * @param detail what is missing or wrong, and what to look at
     * @param challenge what is asked for, as RFC 9110 section 11.6.1 writes it
     */
    static Problem unproven(String detail, String challenge) {
        return new Problem(401, detail, List.of(), null, challenge);
    }

    /** 400 at the places named. */
    public static Problem invalid(List<Fault> errors) {
        String detail = errors.size() == 1
                ? describe(errors.get(0))
                : errors.size() + " places are wrong; the first: " + describe(errors.get(0));
        return new Problem(400, detail, errors, null);
    }

    /** 400 at one place. */
    public static Problem invalid(String pointer, String detail) {
        return invalid(List.of(new Fault(pointer, detail)));
    }

    /** 429 for a client that sends more than it may, or while too much is under way. */
    public static Problem tooMany(String detail, Duration retryAfter) {
        return new Problem(429, detail, List.of(), retryAfter);
    }

    /** 503 while what was sent cannot be stored: nothing was taken, sending it again is safe. */
    public static Problem unavailable() {
        String detail = "The events could not be stored just now; none was taken. Send them again.";
        return new Problem(503, detail, List.of(), Duration.ofSeconds(5));
    }

    /** This problem, to be thrown. */
    public ProblemException exception() {
        return new ProblemException(this);
    }

    /** The headers that belong to the answer beside its media type. */
    public Map<String, String> headers() {
        if (challenge != null) {
            return Map.of("WWW-Authenticate", challenge);
        }
        // RFC 9110 section 10.2.3 has whole seconds; rounding down would bring the client back too early.
        return Optional.ofNullable(retryAfter)
                .map(wait -> Map.of(
                        "Retry-After",
                        Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()))))
                .orElse(Map.of());
    }

    /** The problem as a JSON object. */
    public ObjectNode toJson() {
        ObjectNode problem = JSON.createObjectNode()
                .put("type", "about:blank")
                .put("title", TITLES.getOrDefault(status, "Error"))
                .put("status", status)
                .put("detail", detail);
        if (!errors.isEmpty()) {
            ArrayNode places = problem.putArray("errors");
            errors.forEach(
                    error -> places.addObject().put("pointer", error.pointer()).put("detail", error.detail()));
        }
        return problem;
    }

    private static String describe(Fault fault) {
        return fault.pointer().isEmpty() ? fault.detail() : fault.pointer() + " " + fault.detail();
    }
}
