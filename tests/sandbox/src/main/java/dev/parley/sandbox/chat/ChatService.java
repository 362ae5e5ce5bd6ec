package dev.parley.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The demo company's chat service: {@code /site/} for visitors, {@code /desk/} for agents, and the way to Parley. */
public final class ChatService implements AutoCloseable, Attention {
    private final Vertx vertx;
    private final Talks talks;
    private final Bot bot;
    private final Offers offers;
    private final JsonNode desk = Json.resource("desk.json");
    private final Set<VisitorSocket> visitors = ConcurrentHashMap.newKeySet();
    private final Set<AgentSocket> agents = ConcurrentHashMap.newKeySet();
    private final long watch;
    private volatile ObjectNode told;
    private volatile boolean ended;
    private ParleyStream stream;

    /**
     * A service with what it knew when it was stopped.
     *
     * @param home where its log lies; made if it is not there
     */
    public ChatService(Vertx vertx, Path home, Clock clock) {
        this.vertx = vertx;
        this.talks = new Talks(home.resolve("chat.jsonl"), clock);
        this.bot = new Bot(talks);
        this.offers = new Offers(vertx);
        this.told = talks.hours();
        talks.listen(this::heard);
        watch = vertx.setPeriodic(1_000, tick -> tellHours());
    }

    /** Adds the pages and the two WebSockets. */
    public void mount(Router router) {
        router.get("/site/chat").handler(request -> accept(request, this::visitor));
        router.get("/desk/chat").handler(request -> {
            if (isForeign(request)) {
                request.response().setStatusCode(403).end("The desk opens from its own page only.");
            } else {
                accept(request, this::agent);
            }
        });
        router.get("/sandbox/hours").handler(this::hours);
        router.put("/sandbox/hours").handler(this::keepHours);
        new ChatPages().mount(router);
    }

    /**
     * Sends everything to Parley from now on, and hears what it says.
     *
     * @param parley its address
     * @param token a channel token that may send for the source {@code site}
     */
    public synchronized void speakTo(URI parley, String token) {
        if (stream != null) {
            stream.close();
        }
        offers.of(parley);
        stream = new ParleyStream(vertx, talks, parley, token);
        stream.start();
    }

    /** Stops speaking to Parley; what is not acknowledged is sent when it speaks to it again. */
    @Override
    public synchronized void close() {
        // What a browser says from now on nobody would keep: it says it again when the service is back.
        ended = true;
        vertx.cancelTimer(watch);
        if (stream != null) {
            stream.close();
        }
        talks.close();
    }

    private void heard(Talk talk, ObjectNode event, int place) {
        visitors.stream().filter(visitor -> visitor.shows(talk)).forEach(visitor -> visitor.item(event, place));
        for (AgentSocket agent : agents) {
            if (agent.shows(talk)) {
                agent.item(talk, event, place);
            }
            agent.send(talk.summary());
        }
    }

    private void hours(RoutingContext request) {
        request.response()
                .putHeader("Content-Type", "application/json")
                .end(talks.calendar().toString());
    }

    private void keepHours(RoutingContext request) {
        String body = request.body() == null ? "" : request.body().asString();
        try {
            talks.keep(Json.parse(body == null ? "" : body)
                    .orElseThrow(() -> new IllegalArgumentException("The body is no JSON object.")));
            tellHours();
            hours(request);
        } catch (IllegalArgumentException wrong) {
            request.response().setStatusCode(400).end(wrong.getMessage());
        }
    }

    /** Every desk hears who sits at one. */
    @Override
    public void arrived() {
        ObjectNode frame = Json.object().put("type", "here");
        ArrayNode here = frame.putArray("agents");
        agents.stream()
                .map(AgentSocket::agent)
                .filter(id -> !id.isEmpty())
                .distinct()
                .forEach(here::add);
        agents.forEach(agent -> agent.send(frame));
    }

    @Override
    public void opened(boolean now) {
        talks.open(now);
        tellHours();
    }

    /** Whoever looks at a page hears when the hours begin and end. */
    private void tellHours() {
        ObjectNode now = talks.hours();
        if (!now.equals(told)) {
            told = now;
            visitors.forEach(visitor -> visitor.send(now));
            agents.forEach(agent -> agent.send(now));
        }
    }

    @Override
    public void visitor(Talk talk) {
        ObjectNode frame = Json.object().put("type", "typing").put("talk", talk.id());
        agents.stream().filter(agent -> agent.shows(talk)).forEach(agent -> agent.send(frame));
    }

    @Override
    public void agent(Talk talk, String name) {
        ObjectNode frame = Json.object().put("type", "typing").put("name", name);
        visitors.stream().filter(visitor -> visitor.shows(talk)).forEach(visitor -> visitor.send(frame));
    }

    @Override
    public void readByVisitor(Talk talk, int place) {
        talks.read(talk, "visitor", place);
        ObjectNode frame = Json.object().put("type", "seen").put("place", talk.readByVisitor());
        visitors.stream().filter(visitor -> visitor.shows(talk)).forEach(visitor -> visitor.send(frame));
        agents.stream().filter(agent -> agent.shows(talk)).forEach(agent -> agent.send(talk.summary()));
    }

    @Override
    public void readByAgent(Talk talk, int place) {
        talks.read(talk, "agent", place);
        ObjectNode frame = Json.object().put("type", "read").put("place", talk.readByAgent());
        visitors.stream().filter(visitor -> visitor.shows(talk)).forEach(visitor -> visitor.send(frame));
        agents.forEach(agent -> agent.send(talk.summary()));
    }

    private static void accept(RoutingContext request, Consumer<ServerWebSocket> opened) {
        if (!"websocket".equalsIgnoreCase(request.request().getHeader("Upgrade"))) {
            request.response()
                    .setStatusCode(426)
                    .putHeader("Upgrade", "websocket")
                    .end("Open a WebSocket here.");
            return;
        }
        request.request().toWebSocket().onSuccess(opened::accept);
    }

    private void visitor(ServerWebSocket socket) {
        VisitorSocket visitor = new VisitorSocket(socket, talks, bot, this);
        visitors.add(visitor);
        socket.closeHandler(closed -> visitors.remove(visitor));
        listen(socket, visitor::read);
    }

    private void agent(ServerWebSocket socket) {
        AgentSocket agent = new AgentSocket(socket, talks, desk, this, offers);
        agents.add(agent);
        socket.closeHandler(closed -> {
            agents.remove(agent);
            arrived();
        });
        listen(socket, agent::read);
    }

    private void listen(ServerWebSocket socket, Consumer<ObjectNode> reader) {
        socket.textMessageHandler(
                text -> Json.parse(text).filter(frame -> !ended).ifPresent(reader));
    }

    /** Any page may carry the widget, but no page of somebody else's may act as an agent. */
    private static boolean isForeign(RoutingContext request) {
        String origin = request.request().getHeader("Origin");
        return origin != null && !origin.equals("http://" + request.request().getHeader("Host"));
    }
}
