package dev.parley.admin;

import static dev.parley.admin.Typed.parley;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An admin loads what a service exports. */
class BackfillOfExportsTest {

    private static final Path BODIES = Path.of("src/test/resources/dev/parley/channel/sources");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final ServerStandIn server = new ServerStandIn();
    private Path config;

    @BeforeEach
    void configure() {
        config = server.settings(
                folder,
                "mappings.dir=" + Path.of("../mappings").toAbsolutePath().normalize());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theListIsFoundInTheObjectThatHoldsIt() throws IOException {
        server.answers(202, "{\"accepted\":3}");

        Typed typed = load("calcom", BODIES.resolve("calcom/bookings_exported.json"));

        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(sent(0))
                .containsExactly(
                        "booked-uid-1", "rescheduled-uid-2", "missed-uid-2", "booked-uid-3", "cancelled-uid-3");
    }

    @Test
    void soIsOneAtTheTop() throws IOException {
        server.answers(202, "{}");
        Path file = write("[" + body("intercom/conversation_exported") + "]");

        load("intercom", file);

        assertThat(sent(0)).contains("conversation-147", "source-403918", "part-9004", "part-9007-closed");
    }

    @Test
    void webhooksThatWereLoggedAreReadOneAfterTheOther() throws IOException {
        server.answers(202, "{}");
        Path file = write(body("livechat/incoming_chat") + "\n" + body("livechat/incoming_event_agent") + "\n\n"
                + body("livechat/chat_deactivated_agent"));

        load("livechat", file);

        assertThat(sent(0))
                .containsExactly(
                        "thread-S1G3D3VFAC",
                        "event-S1G3D3VFAC_2",
                        "event-S1G3D3VFAC_1",
                        "event-S1G3D3VFAC_4",
                        "closed-S1G3D3VFAC");
        // The closing tells no time; it must not look as if it happened now, or history would make leads.
        assertThat(events(0).get(4).path("time").asText()).isEqualTo("2026-09-03T10:00:40.500Z");
    }

    @Test
    void aLoadThatWasBrokenOffGoesOnBehindTheLastBodyThatIsDurable() throws IOException {
        Path file = write("{\"type\":\"list\",\"data\":["
                + IntStream.rangeClosed(1, 2500)
                        .mapToObj(i -> "{\"uid\":\"u" + i + "\",\"bookingFieldsResponses\":{},"
                                + "\"createdAt\":\"2026-01-01T00:00:00Z\",\"start\":\"2026-01-02T00:00:00Z\","
                                + "\"end\":\"2026-01-02T01:00:00Z\"}")
                        .collect(Collectors.joining(","))
                + "],\"pagination\":{\"pages\":[1,2]}}");
        server.answers(202, "{\"accepted\":1000}").answers(403, "{\"detail\":\"Not now.\"}");
        assertThat(load("calcom", file).exit()).isEqualTo(1);

        server.answers(202, "{\"accepted\":1000}").answers(202, "{\"accepted\":500}");
        assertThat(load("calcom", file).out()).containsPattern("export.json +2500 +0 +0");
        assertThat(sent(2)).hasSize(1000).startsWith("booked-u1001");
        assertThat(sent(3)).hasSize(500).endsWith("booked-u2500");
        assertThat(load("calcom", file).out()).contains("was loaded before");
    }

    @Test
    void aBodyThatCannotBeTranslatedIsReportedByItsPlace() throws IOException {
        server.answers(202, "{\"accepted\":1}");
        Path file =
                write("[{\"event\":\"rating\",\"conversation\":\"c\",\"id\":\"e\",\"time\":\"2026-01-01T00:00:00Z\"},"
                        + "{\"event\":\"closed\",\"conversation\":\"c\",\"time\":\"2026-01-01T00:00:00Z\"}]");

        Typed typed = load("generic", file);

        assertThat(typed.exit()).isEqualTo(1);
        try (var reports = Files.list(folder.resolve("backfill"))) {
            Path report = reports.filter(path -> path.toString().endsWith(".bad.txt"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(report))
                    .contains("export.json:2: sources/generic.yaml:", "'id' gives no value");
        }
    }

    @Test
    void whatTellsNothingIsCountedByItsKind() throws IOException {
        Path file = write("[{\"event\":\"typing\",\"conversation\":\"c\"},{\"event\":\"typing\"},"
                + "{\"participants\":[],\"name\":\"Ada\"}]");

        Typed typed = load("generic", file);

        assertThat(typed.exit()).as("nothing at all was understood").isEqualTo(1);
        assertThat(server.requests()).isEmpty();
        assertThat(typed.out())
                .contains(
                        "2 × event typing tells nothing that sources/generic.yaml translates (first in body 1)",
                        "1 × what has the keys participants, name tells nothing that sources/generic.yaml translates"
                                + " (body 3)")
                .containsPattern("export.json +0 +0 +0 +3");
    }

    @Test
    void whatTellsNothingBesideWhatDoesIsNoFailure() throws IOException {
        server.answers(202, "{\"accepted\":1}");
        Path file = write("[{\"event\":\"typing\"}," + body("generic/closed") + "]");

        Typed typed = load("generic", file);

        assertThat(typed.exit()).isZero();
        assertThat(typed.out()).contains("1 × event typing").containsPattern("export.json +1 +0 +0 +1");
    }

    @Test
    void anEmptyListIsSaidToBeOne() throws IOException {
        assertThat(load("generic", write("[]")).out()).contains("export.json holds nothing to load.");
    }

    @Test
    void aFileThatStopsBeingJsonSaysWhere() throws IOException {
        Path file = write("[" + body("generic/closed") + ",\n{\"event\": oops}]");

        Typed typed = load("generic", file);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("After body 1 the file stops being JSON: line 2");
    }

    @Test
    void anUnknownSourceIsNamedWithThoseThereAre() throws IOException {
        Typed typed = load("chatwot", write("[]"));

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("chatwot.yaml", "chatwoot", "whatsapp");
    }

    private Typed load(String source, Path file) {
        return parley("backfill", file, "--source", source, "--config", config);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("export.json"), text);
    }

    private static String body(String name) throws IOException {
        return JSON.readTree(BODIES.resolve(name + ".json").toFile()).toString();
    }

    private List<JsonNode> events(int request) throws JsonProcessingException {
        List<JsonNode> events = new ArrayList<>();
        JSON.readTree(server.requests().get(request).body()).forEach(events::add);
        return events;
    }

    private List<String> sent(int request) throws JsonProcessingException {
        return events(request).stream().map(event -> event.path("id").asText()).toList();
    }
}
