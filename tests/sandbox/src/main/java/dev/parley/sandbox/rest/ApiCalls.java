package dev.parley.sandbox.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.sandbox.calls.ApiCall;
import dev.parley.sandbox.calls.CallLog;
import dev.parley.sandbox.calls.Fault;
import dev.parley.sandbox.login.Session;
import dev.parley.sandbox.login.Sessions;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.saving.Caller;
import dev.parley.sandbox.saving.ParserErrors;
import dev.parley.sandbox.saving.SaveOptions;
import dev.parley.sandbox.sharing.Rights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers calls: who asks, what is to go wrong, what the resource says, and what it costs. */
final class ApiCalls {
    private static final Logger LOG = LoggerFactory.getLogger(ApiCalls.class);
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String UNAVAILABLE =
            "<html><head><title>Down for Maintenance</title></head><body><h1>Down for Maintenance</h1>"
                    + "<p>Sorry for the inconvenience. We'll be back shortly.</p></body></html>";

    private final Org org;
    private final Sessions sessions;
    private final Resources resources = new Resources();

    ApiCalls(Org org, Sessions sessions) {
        this.org = org;
        this.sessions = sessions;
    }

    /**
     * An answer.
     *
     * @param html what is sent instead of the reply's JSON, null for nothing
     */
    record Answer(Reply reply, String html, Aftermath aftermath) {}

    Answer answer(Exchange exchange) {
        Aftermath aftermath = new Aftermath();
        if (exchange.path().matches("/+services/data/?")) {
            return new Answer(versions(), null, aftermath);
        }
        Optional<Fault> fault = org.faults().take(exchange.method() + " " + ApiPath.decode(exchange.address()));
        fault.ifPresent(aftermath::add);
        Reply reply = fault.filter(Fault::refuses).map(this::refuse).orElseGet(() -> work(exchange, aftermath));
        boolean html = fault.filter(each -> each.status() == 503 && each.errorCode() == null)
                .isPresent();
        return new Answer(logged(exchange, reply, aftermath), html ? UNAVAILABLE : null, aftermath);
    }

    private Reply refuse(Fault fault) {
        SalesforceError error = FaultErrors.of(fault);
        if (error.errorCode().equals("INVALID_SESSION_ID")) {
            sessions.expireAll();
        }
        return Reply.error(error);
    }

    private Reply work(Exchange exchange, Aftermath aftermath) {
        Optional<Session> session = sessions.of(exchange.header("Authorization"));
        if (session.isEmpty()) {
            return Reply.error(new SalesforceError(401, "INVALID_SESSION_ID", "Session expired or invalid", List.of()));
        }
        try {
            Request request = request(exchange);
            return org.store().write(origin(request, exchange), transaction -> {
                Rights rights = org.rights().of(session.get().userId(), transaction);
                Caller caller = Callers.with(new Caller(rights, SaveOptions.DEFAULT), request);
                return resources.answerAnyway(request, new Context(org, transaction, caller, false, aftermath));
            });
        } catch (SalesforceError refused) {
            return Reply.error(refused);
        } catch (RuntimeException bug) {
            LOG.error("The sandbox org could not answer {} {}", exchange.method(), exchange.path(), bug);
            return Reply.error(new SalesforceError(
                    500, "UNKNOWN_EXCEPTION", "The sandbox org has a fault of its own: " + bug, List.of()));
        }
    }

    /** What change events say of where a change came from. */
    private static String origin(Request request, Exchange exchange) {
        String api = "com/salesforce/api/rest/" + request.version();
        return exchange.client().map(name -> api + ";client=" + name).orElse(api);
    }

    private static Request request(Exchange exchange) {
        ApiPath path = ApiPath.of(exchange.address()).orElseThrow(Refusals::notFound);
        return new Request(
                exchange.method(),
                path.version(),
                path.segments(),
                path.parameters(),
                body(exchange),
                exchange.headers());
    }

    private static JsonNode body(Exchange exchange) {
        if (exchange.body().length() == 0) {
            return MissingNode.getInstance();
        }
        String type = exchange.header("Content-Type");
        if (type.toLowerCase(Locale.ROOT).startsWith("text/csv")) {
            return Reply.JSON.textNode(exchange.body().toString(StandardCharsets.UTF_8));
        }
        if (!type.isEmpty() && !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new SalesforceError(
                    415,
                    "UNSUPPORTED_MEDIA_TYPE",
                    "Content-Type header specified in HTTP request is not supported: " + type,
                    List.of());
        }
        try {
            return MAPPER.readTree(exchange.body().getBytes());
        } catch (JsonProcessingException problem) {
            throw ParserErrors.malformed(problem);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Reply logged(Exchange exchange, Reply reply, Aftermath aftermath) {
        int cost = cost(exchange, reply);
        int used = org.calls().count(cost);
        org.calls()
                .add(new ApiCall(
                        exchange.method(),
                        exchange.path(),
                        exchange.query(),
                        exchange.client().orElse(null),
                        cost,
                        reply.status(),
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        aftermath.subrequests()));
        if (reply.failed()) {
            return reply;
        }
        Map<String, String> headers = new HashMap<>(reply.headers());
        headers.put("Sforce-Limit-Info", "api-usage=" + used + "/" + CallLog.DAILY_LIMIT);
        return new Reply(reply.status(), reply.body(), headers);
    }

    /** A call costs one, a batch one for each of its requests, and one without a valid session nothing. */
    private static int cost(Exchange exchange, Reply reply) {
        if (reply.status() == 401) {
            return 0;
        }
        boolean isBatch = exchange.path().matches(".*/composite/batch/?");
        return isBatch && !reply.failed() ? reply.body().path("results").size() : 1;
    }

    private static Reply versions() {
        ArrayNode versions = Reply.JSON.arrayNode();
        ApiPath.versions().forEach(version -> versions.addObject()
                .put("label", ApiPath.label(version))
                .put("url", "/services/data/v" + version)
                .put("version", version));
        return Reply.ok(versions);
    }
}
