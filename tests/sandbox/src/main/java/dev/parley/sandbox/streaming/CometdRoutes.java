package dev.parley.sandbox.streaming;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.login.Session;
import dev.parley.sandbox.login.Sessions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** {@code /cometd/{version}}: Bayeux messages by HTTP, and events by long polls. */
public final class CometdRoutes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OLDEST_VERSION = 23;

    private final Vertx vertx;
    private final Sessions sessions;
    private final Audience audience;
    private final Bayeux bayeux;

    /** Streams what comes over the bus, to those who have a session. */
    public CometdRoutes(Vertx vertx, EventBus bus, Sessions sessions, Audience audience) {
        this.vertx = vertx;
        this.sessions = sessions;
        this.audience = audience;
        this.bayeux = new Bayeux(bus);
    }

    /** Adds them to the router. */
    public void mount(Router router) {
        router.postWithRegex("/+cometd/(?<version>\\d+)\\.0(/.*)?").handler(this::handle);
        router.postWithRegex("/+cometd(/.*)?")
                .handler(context -> refuse(
                        context,
                        """
                API version in the URI is mandatory. URI format: '/cometd/62.0'"""));
    }

    private void handle(RoutingContext context) {
        if (Integer.parseInt(context.pathParam("version")) < OLDEST_VERSION) {
            refuse(
                    context,
                    "Unsupported API version. Only API versions '23.0' and above are supported."
                            + " URI format: '/cometd/62.0'");
            return;
        }
        try {
            Buffer said = context.body().buffer();
            JsonNode body = JSON.readTree(said == null ? new byte[0] : said.getBytes());
            JsonNode messages = body.isArray() ? body : JSON.createArrayNode().add(body);
            answer(context, messages);
        } catch (java.io.IOException malformed) {
            refuse(
                    context,
                    "Malformed Bayeux message: "
                            + (malformed instanceof JsonProcessingException json ? json.getOriginalMessage() : ""));
        }
    }

    private void answer(RoutingContext context, JsonNode messages) {
        ArrayNode answers = JSON.createArrayNode();
        JsonNode connect = null;
        String authorization = context.request().getHeader("Authorization");
        for (JsonNode message : messages) {
            Optional<Session> session = sessions.of(authorization);
            if (session.isEmpty()) {
                answers.add(Bayeux.unauthenticated(
                        message,
                        authorization == null
                                ? "401::Request requires authentication"
                                : "401::Authentication invalid"));
            } else if (message.path("channel").asText().equals("/meta/connect")) {
                connect = message;
            } else {
                answers.add(bayeux.answer(
                        message, entity -> audience.follows(session.get().userId(), entity)));
            }
        }
        if (connect == null) {
            send(context, answers);
        } else {
            connect(context, connect, answers);
        }
    }

    private void connect(RoutingContext context, JsonNode message, ArrayNode answers) {
        Subscriber subscriber = bayeux.subscriber(message).orElse(null);
        if (subscriber == null) {
            send(context, answers.add(Bayeux.unknownClient(message)));
        } else if (subscriber.firstConnect()) {
            ObjectNode connected = Bayeux.accepted(message).put("clientId", subscriber.id());
            connected
                    .putObject("advice")
                    .put("interval", 0)
                    .put("timeout", Bayeux.TIMEOUT)
                    .put("reconnect", "retry");
            send(context, answers.addAll(subscriber.drain()).add(connected));
        } else {
            long timer = vertx.setTimer(Bayeux.TIMEOUT, late -> subscriber.wakeAnyway());
            subscriber.poll(() -> context.vertx().runOnContext(now -> {
                vertx.cancelTimer(timer);
                answers.addAll(subscriber.drain());
                send(context, answers.add(Bayeux.accepted(message).put("clientId", subscriber.id())));
            }));
        }
    }

    private static void send(RoutingContext context, ArrayNode answers) {
        if (!context.response().closed() && !context.response().ended()) {
            context.response()
                    .putHeader("Content-Type", "application/json;charset=UTF-8")
                    .end(answers.toString());
        }
    }

    private static void refuse(RoutingContext context, String message) {
        context.response().setStatusCode(400).end(message.strip());
    }
}
