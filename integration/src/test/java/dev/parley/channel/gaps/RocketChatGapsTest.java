package dev.parley.channel.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.channel.Unread;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.DueRule;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

/** What Rocket.Chat's webhooks did not bring is asked for: rooms, and then their messages, page by page. */
class RocketChatGapsTest {

    private static final MappingSet SHIPPED =
            MappingFiles.load(Path.of("../mappings")).orThrow();
    private static final Path BODIES = Path.of("src/test/resources/dev/parley/channel/sources/rocketchat");
    private static final Instant NOW = Instant.parse("2026-09-02T12:00:00Z");
    private static final DueRule DUE = new DueRule(Duration.ZERO, Duration.ZERO, false, Duration.ofMinutes(10));
    private static final String NO_ROOMS = "{\"rooms\":[],\"count\":0,\"offset\":50,\"total\":2,\"success\":true}";
    private static final String LAST_PAGE =
            """
            {"messages":[{"_id":"m009","rid":"kR7sQ2mWcT4xPz9aB","t":"livechat-close","msg":"Answered",
              "ts":"2026-09-02T07:05:00.000Z","u":{"_id":"aG2","username":"maja"}}],
              "count":1,"offset":%s,"total":6,"success":true}
            """;

    private final Database database = Stores.h2();
    private final MutableClock clock = MutableClock.of(NOW, ZoneOffset.UTC);
    private final Conversations conversations = new Conversations(database.tx(), clock, DUE, Duration.ofHours(24));
    private final Unread unread = new Unread(database.tx(), clock);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        database.close();
    }

    @Test
    void roomsAndTheirMessagesComeIn() {
        Gaps gaps = gaps("uM1:p4t");

        gaps.fill();

        assertThat(gaps.trouble()).isEmpty();
        assertThat(asked)
                .containsExactly(
                        "livechat/rooms?count=50&sort=%7B%22lm%22%3A-1%7D&offset=0",
                        "livechat/kR7sQ2mWcT4xPz9aB/messages?count=100&offset=0",
                        "livechat/kR7sQ2mWcT4xPz9aB/messages?count=100&offset=5",
                        "livechat/oPn5Room3/messages?count=100&offset=0",
                        "livechat/rooms?count=50&sort=%7B%22lm%22%3A-1%7D&offset=50");
        assertThat(messages("kR7sQ2mWcT4xPz9aB")).isEqualTo(4);
        assertThat(messages("oPn5Room3")).isZero();
        assertThat(unread.count()).isZero();
    }

    @Test
    void aTokenWithoutItsUserIsNotLetIn() {
        Gaps gaps = gaps("p4t");

        gaps.fill();

        assertThat(gaps.trouble()).hasValue("rocketchat: it lets nobody in (401): look at source.rocketchat.apiToken");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().substring("/api/v1/".length());
        boolean known = "uM1".equals(exchange.getRequestHeaders().getFirst("X-User-Id"))
                && "p4t".equals(exchange.getRequestHeaders().getFirst("X-Auth-Token"));
        asked.add(path);
        byte[] body = (known ? body(path) : "{\"status\":\"error\"}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String body(String path) throws IOException {
        String offset = path.substring(path.lastIndexOf('=') + 1);
        if (path.startsWith("livechat/rooms")) {
            return offset.equals("0") ? Files.readString(BODIES.resolve("rooms_listed.json")) : NO_ROOMS;
        }
        if (path.startsWith("livechat/oPn5Room3/")) {
            return "{\"messages\":[],\"count\":0,\"offset\":0,\"total\":0,\"success\":true}";
        }
        return offset.equals("0")
                ? Files.readString(BODIES.resolve("messages_listed.json"))
                : LAST_PAGE.formatted(offset);
    }

    private Gaps gaps(String token) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1");
        return new Gaps(
                List.of(new GapSource("rocketchat", url, token)),
                () -> SHIPPED,
                new GapPositions(database.tx(), name -> Optional.empty()),
                conversations,
                unread,
                clock);
    }

    private int messages(String room) {
        return new DueConversations(database.tx(), clock, DUE, Duration.ofMinutes(5), false)
                .look(List.of(new ConversationKey("rocketchat", room)))
                .get(0)
                .tally()
                .messages();
    }
}
