package dev.parley.channel.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.channel.Unread;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.DueRule;
import dev.parley.conversation.Inbox;
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

/** What Calendly's webhooks did not bring is asked for: events, and then who is invited to each, page by page. */
class CalendlyGapsTest {

    private static final MappingSet SHIPPED =
            MappingFiles.load(Path.of("../mappings")).orThrow();
    private static final Path BODIES = Path.of("src/test/resources/dev/parley/channel/sources/calendly");
    private static final Instant NOW = Instant.parse("2026-09-15T12:00:00Z");
    private static final DueRule DUE = new DueRule(Duration.ZERO, Duration.ZERO, false, Duration.ofMinutes(10));
    private final Database database = Stores.h2();
    private final MutableClock clock = MutableClock.of(NOW, ZoneOffset.UTC);
    private final Conversations conversations = new Conversations(database.tx(), clock, DUE, Duration.ofHours(24));
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Unread unread = new Unread(database.tx(), clock);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        database.close();
    }

    @Test
    void eventsAndTheirInviteesComeIn() {
        Gaps gaps = gaps("O1:p4t");

        gaps.fill();

        assertThat(gaps.trouble()).isEmpty();
        String list = "scheduled_events?count=100&sort=start_time:desc&min_start_time=2026-09-07T12:00:00.000Z"
                + "&organization=https%3A%2F%2Fapi.calendly.com%2Forganizations%2FO1";
        assertThat(asked)
                .containsExactly(
                        list,
                        "scheduled_events/E1/invitees?count=100",
                        "scheduled_events/E1/invitees?count=100&page_token=more%2Bthere",
                        list + "&page_token=next");
        assertThat(told).hasSize(5).allSatisfy(id -> assertThat(id)
                .contains("https://api.calendly.com/scheduled_events/E1/invitees/I"));
        assertThat(unread.count()).isZero();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().substring(1);
        boolean known = "Bearer p4t".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        asked.add(path);
        byte[] body = (known ? body(path) : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String body(String path) throws IOException {
        if (path.endsWith("page_token=next") || path.endsWith("page_token=more%2Bthere")) {
            return "{\"collection\":[],\"pagination\":{\"count\":0,\"next_page_token\":null}}";
        }
        boolean list = path.startsWith("scheduled_events?");
        String name = list ? "scheduled_events_listed.json" : "invitees_listed.json";
        ObjectNode answer = (ObjectNode) new ObjectMapper().readTree(Files.readString(BODIES.resolve(name)));
        answer.remove("scheduled_event");
        answer.withObject("/pagination").put("next_page_token", list ? "next" : "more+there");
        return answer.toString().replace("2026-09-08T10:00:00", "2026-09-15T10:00:00");
    }

    private Gaps gaps(String token) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        Inbox inbox = events -> {
            events.forEach(event -> told.add(event.envelope().id()));
            return conversations.receive(events);
        };
        return new Gaps(
                List.of(new GapSource("calendly", url, token)),
                () -> SHIPPED,
                new GapPositions(database.tx(), name -> Optional.empty()),
                inbox,
                unread,
                clock);
    }
}
