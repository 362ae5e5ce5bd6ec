package dev.parley.admin;

import static dev.parley.admin.Typed.parley;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An admin loads years of history. */
class BackfillTest {

    @TempDir
    Path folder;

    private final ServerStandIn server = new ServerStandIn();
    private final List<Duration> pauses = new ArrayList<>();
    private Path config;
    private Path history;

    @BeforeEach
    void configure() {
        config = server.settings(folder);
        history = folder.resolve("history.jsonl");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void goesInBatchesAndIsDoneOnce() throws IOException {
        write(events(1, 1500));
        server.answers(202, "{\"accepted\":1000,\"duplicates\":0}").answers(202, "{\"accepted\":498,\"duplicates\":2}");

        Typed typed = parley("backfill", history, "--config", config);
        assertThat(typed.exit()).isZero();
        assertThat(typed.out()).containsPattern("history.jsonl +1498 +2 +0");
        assertThat(server.lines()).hasSize(2).containsOnly("POST /v1/backfill?create=false");
        assertThat(server.requests().get(1).body())
                .startsWith("[{\"id\":\"e1001\"}")
                .endsWith("{\"id\":\"e1500\"}]");

        assertThat(parley("backfill", history, "--config", config).out())
                .contains("was loaded before; --again")
                .doesNotContain("1498");
        assertThat(server.lines()).hasSize(2);
        parley("backfill", history, "--again", "--config", config);
        parley("backfill", history, "--create", "--config", config);
        assertThat(server.lines()).hasSize(6).endsWith("POST /v1/backfill?create=true");
    }

    @Test
    void goesOnWhereItWasBrokenOff() throws IOException {
        write(events(1, 2500));
        server.answers(202, "{\"accepted\":1000}").answers(403, "{\"detail\":\"Not now.\"}");
        Typed broken = parley("backfill", history, "--config", config);
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.err()).contains("The load failed: 403 Not now.");

        server.answers(202, "{\"accepted\":1000}").answers(202, "{\"accepted\":500}");
        assertThat(parley("backfill", history, "--config", config).out()).containsPattern("history.jsonl +2500 +0 +0");
        assertThat(server.requests().get(2).body()).startsWith("[{\"id\":\"e1001\"}");
    }

    @Test
    void aFileThatGrewIsAnotherFile() throws IOException {
        write(events(1, 2));
        parley("backfill", history, "--config", config);
        write(events(1, 3));
        parley("backfill", history, "--config", config);

        assertThat(server.requests().get(1).body())
                .startsWith("[{\"id\":\"e1\"}")
                .endsWith("{\"id\":\"e3\"}]");
    }

    @Test
    void badLinesAreReportedWithTheirNumbersAndStopNothing() throws IOException {
        write(
                "\uFEFF{\"id\":\"e1\"}\r\n\n{\"id\":\nhush\n[]\n{} {}\n{\"id\":\"e2\",\"type\":\"chat\"}\n{\"id\":\"e3\"}");
        server.answers(
                        400,
                        "{\"errors\":[{\"pointer\":\"/1/type\",\"detail\":\"unknown type\"},"
                                + "{\"pointer\":\"/1/time\",\"detail\":\"is missing\"}]}")
                .answers(202, "{\"accepted\":2}");

        Typed typed = parley("backfill", history, "--config", config);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.out()).containsPattern("history.jsonl +2 +0 +5");
        assertThat(typed.out())
                .contains("3 × no JSON (first in line 3)", "1 × no JSON object (line 5)", "1 × /type: unknown type;");
        assertThat(server.requests().get(1).body()).isEqualTo("[{\"id\":\"e1\"},{\"id\":\"e3\"}]");
        assertThat(report().lines()
                        .map(line -> line.substring(history.toString().length())))
                .containsExactly(
                        ":3: no JSON: column 7",
                        ":4: no JSON: column 1",
                        ":5: no JSON object",
                        ":6: no JSON: column 4",
                        ":7: /type: unknown type; /time: is missing");
    }

    @Test
    void aRefusalThatNamesNoLineIsNarrowedDownToIt() throws IOException {
        write(events(1, 4));
        server.answers(400, "{\"detail\":\"Bad.\"}")
                .answers(202, "{\"accepted\":2}")
                .answers(413, "")
                .answers(400, "{\"detail\":\"Still bad.\"}")
                .answers(202, "{\"accepted\":1}");

        assertThat(parley("backfill", history, "--config", config).out()).containsPattern("history.jsonl +3 +0 +1");
        assertThat(report()).contains(":3: 400 Still bad.");
    }

    @Test
    void aBusyServerGetsTime() throws IOException {
        write(events(1, 2));
        server.answers(503, "").answers(429, "").answers(202, "{\"accepted\":2}");

        Bookmark end = load();

        assertThat(end.accepted()).isEqualTo(2);
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void aServerThatStaysAwayIsGivenUpAfterTenTries() throws IOException {
        write(events(1, 2));
        server.close();

        assertThatThrownBy(this::load).isInstanceOf(CommandFailed.class).hasMessageContaining("No Parley answers");
        assertThat(pauses).hasSize(9).last().isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aLineMayNotBeLongerThanAnEvent() throws IOException {
        write("{\"id\":\"e1\",\"text\":\"" + "x".repeat(1 << 20) + "\"}\n{\"id\":\"e2\"}\n");
        server.answers(202, "{\"accepted\":1}");

        assertThat(load().bad()).isEqualTo(1);
        assertThat(report()).contains(":1: longer than 1 MiB");
        assertThat(server.requests().get(0).body()).isEqualTo("[{\"id\":\"e2\"}]");
    }

    private Bookmark load() throws IOException {
        Path kept = Files.createDirectories(folder.resolve("backfill"));
        ServerClient client = new ServerClient(Settings.load(config, Map.of(), List.of()));
        return new HistoryFile(kept, history, null, false).load(client, false, pauses::add, bytes -> {});
    }

    private String report() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("backfill"))) {
            return Files.readString(files.filter(file -> file.toString().endsWith(".bad.txt"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private void write(String text) throws IOException {
        Files.writeString(history, text, StandardCharsets.UTF_8);
    }

    private static String events(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> "{\"id\":\"e" + i + "\"}\n")
                .collect(Collectors.joining());
    }
}
