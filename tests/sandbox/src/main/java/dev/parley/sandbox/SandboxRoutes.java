package dev.parley.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.parley.sandbox.mail.MailServer;
import dev.parley.sandbox.records.SalesforceError;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.function.Function;

/** {@code /sandbox/…}: what a tester may do with the org beyond Salesforce's API. Nobody needs to log in for it. */
final class SandboxRoutes {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);

    private final Tester tester;
    private final MailServer mail;

    SandboxRoutes(Tester tester, MailServer mail) {
        this.tester = tester;
        this.mail = mail;
    }

    void mount(Router router) {
        router.get("/sandbox/calls").handler(context -> answer(context, body -> tester.calls()));
        router.get("/sandbox/mail").handler(context -> answer(context, body -> mail.sent()));
        router.post("/sandbox/reset")
                .handler(context -> answer(context, body -> {
                    tester.reset("only".equals(context.request().getParam("calls")));
                    return JSON.createObjectNode();
                }));
        router.put("/sandbox/faults").handler(context -> answer(context, tester::faults));
        router.put("/sandbox/rules").handler(context -> answer(context, tester::rules));
        router.post("/sandbox/person-accounts")
                .handler(context -> answer(context, body -> {
                    tester.personAccounts();
                    return JSON.createObjectNode();
                }));
        router.post("/sandbox/convert").handler(context -> answer(context, tester::convert));
        router.post("/sandbox/merge").handler(context -> answer(context, tester::merge));
        router.post("/sandbox/undelete").handler(context -> answer(context, tester::undelete));
    }

    private static void answer(RoutingContext context, Function<JsonNode, Object> act) {
        context.vertx()
                .executeBlocking(() -> respond(context, act), false)
                .onSuccess(response -> context.response()
                        .setStatusCode(response.status())
                        .putHeader("Content-Type", "application/json;charset=UTF-8")
                        .end(response.body()))
                .onFailure(context::fail);
    }

    private record Response(int status, String body) {}

    private static Response respond(RoutingContext context, Function<JsonNode, Object> act)
            throws JsonProcessingException {
        try {
            String text = context.body() == null ? null : context.body().asString();
            JsonNode body =
                    text == null || text.isBlank() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(text);
            return new Response(200, JSON.writeValueAsString(act.apply(body)));
        } catch (SalesforceError refused) {
            return refusal(refused.status(), refused.errorCode(), refused.getMessage());
        } catch (JsonProcessingException malformed) {
            return refusal(400, "JSON_PARSER_ERROR", malformed.getOriginalMessage());
        }
    }

    private static Response refusal(int status, String code, String message) {
        return new Response(
                status,
                JSON.createArrayNode()
                        .add(JSON.createObjectNode().put("errorCode", code).put("message", message))
                        .toString());
    }
}
