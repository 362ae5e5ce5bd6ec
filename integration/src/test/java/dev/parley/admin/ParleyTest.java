package dev.parley.admin;

import static dev.parley.admin.Typed.parley;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An admin at the command line, with a server that runs. */
class ParleyTest {

    private static final String LETTER =
            """
            [{"id":"7","at":"2026-11-01T12:00:00Z","conversation":{"source":"web","id":"c1"},"sobject":"Lead","key":"v1",
              "code":"STRING_TOO_LONG","message":"Last Name: data value too large","place":"salesforce/lead.yaml:8:3"}]
            """;

    @TempDir
    Path folder;

    private final ServerStandIn server = new ServerStandIn();
    private Path config;

    @BeforeEach
    void configure() {
        config = server.settings(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsItsVersionAndItsCommands() {
        assertThat(parley("--version").out()).startsWith("parley 0.1.0");
        assertThat(parley("--help"))
                .satisfies(help -> assertThat(help.exit()).isZero())
                .satisfies(help -> assertThat(help.out())
                        .contains("run", "mappings", "doctor", "dead-letters", "backfill", "reconcile"));
    }

    static Stream<String> commands() {
        return Parley.commandLine().getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpsWithEachCommand(String command) {
        Typed help = parley(command, "--help");

        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("Usage: parley " + command);
    }

    @Test
    void knowsEachCommandWhereverItStandsAmongTheOptions() {
        assertThat(parley("--help", "mappings").out()).contains("doctor");
        assertThat(parley("mappings", "--help").out()).contains("check", "rollback");
        assertThat(parley("mappings", "chek").err()).contains("Did you mean: mappings check");
        assertThat(Parley.commandLine("mappings", "check").getSubcommands()).containsOnlyKeys("mappings");
    }

    @Test
    void misuseIsExitCodeTwo() {
        assertThat(parley().exit()).isEqualTo(2);
        assertThat(parley("dead-leters").err()).contains("Did you mean: parley dead-letters");
        assertThat(parley("dead-letters").exit()).isEqualTo(2);
        assertThat(parley("reconcile", "--since", "yesterday").err())
                .contains("'yesterday' is no time such as 2026-01-31");
    }

    @Test
    void everythingWrongWithTheSettingsIsPrintedWithoutATrace() throws IOException {
        Files.writeString(config, "admin.tokn = x\nhttp.port = none\n");

        Typed typed = parley("dead-letters", "list", "--config", config);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err().lines())
                .hasSize(3)
                .anyMatch(line ->
                        line.contains("parley.properties:1: 'admin.tokn' is no setting. Did you mean 'admin.token'?"))
                .noneMatch(line -> line.contains("Exception") || line.startsWith("\tat "));
    }

    @Test
    void listsDeadLettersAsATableOrAsJson() throws JsonProcessingException {
        server.answers(200, LETTER).answers(200, LETTER).answers(200, "[]");

        assertThat(parley("dead-letters", "list", "--config", config).out().lines())
                .first()
                .asString()
                .startsWith("id  at")
                .contains("conversation  record")
                .hasSizeLessThanOrEqualTo(240);
        Typed json = parley("dead-letters", "list", "--json", "--config", config);
        assertThat(new ObjectMapper().readTree(json.out())).isEqualTo(new ObjectMapper().readTree(LETTER));
        assertThat(parley("dead-letters", "list", "--config", config).out()).contains("There is no dead letter.");
    }

    @Test
    void replaysThoseNamedOrAll() {
        assertThat(parley("dead-letters", "replay", "a b", "--config", config).out())
                .contains("due again");
        server.answers(200, LETTER).answers(404, "{\"detail\":\"No such dead letter.\"}");
        Typed all = parley("dead-letters", "replay", "--config", config);

        assertThat(all.exit()).isEqualTo(1);
        assertThat(all.out()).contains("404 No such dead letter.");
        assertThat(server.lines())
                .containsExactly(
                        "POST /v1/dead-letters/a+b/replay", "GET /v1/dead-letters", "POST /v1/dead-letters/7/replay");
    }

    @Test
    void discardsOne() {
        assertThat(parley("dead-letters", "discard", "7", "--config", config).exit())
                .isZero();
        assertThat(parley("dead-letters", "discard", "--config", config).exit()).isEqualTo(2);
        assertThat(server.lines()).containsExactly("POST /v1/dead-letters/7/discard");
    }

    @Test
    void reconcilingFindsWhatDiffers() {
        server.answers(200, "{\"checked\":12,\"waiting\":3,\"leftOut\":0,\"differences\":[]}")
                .answers(
                        200,
                        "{\"checked\":12,\"differences\":[{\"conversation\":\"web:c1\",\"what\":\"Message_Count__c\","
                                + "\"crm\":3,\"store\":4}]}");

        Typed same = parley("reconcile", "--config", config);
        assertThat(same.exit()).isZero();
        assertThat(same.out())
                .contains("12 conversations checked, 3 not written yet, 0 not meant for the CRM; none differs.");
        Typed differs = parley("reconcile", "--since", "2026-01-31", "--repair", "--config", config);
        assertThat(differs.exit()).isEqualTo(1);
        assertThat(differs.out()).contains("web:c1", "Message_Count__c", "1 difference, due again.");
        assertThat(server.lines())
                .containsExactly(
                        "POST /v1/reconcile?repair=false",
                        "POST /v1/reconcile?repair=true&since=2026-01-31T00%3A00%3A00Z");
    }

    @Test
    void theDoctorNeedsSoundSettingsFirst() throws IOException {
        Files.writeString(config, "admin.tokn = x\n");

        Typed typed = parley("doctor", "--config", config);
        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.out())
                .contains("parley.properties:1", "Did you mean 'admin.token'?", "Something must be mended.");
    }

    @Test
    void aServerThatIsNotThereIsSaidInOneLine() {
        server.close();

        Typed typed = parley("dead-letters", "list", "--config", config);
        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err())
                .isEqualToIgnoringNewLines("No Parley answers at http://127.0.0.1:" + server.port()
                        + ". Start it with 'run', or correct http.host and http.port.");
    }

    @Test
    void aWrongTokenIsSaidInOneLine() throws IOException {
        Files.writeString(config, "admin.token=0000000000000000\nhttp.port=%d\n".formatted(server.port()));

        assertThat(parley("dead-letters", "list", "--config", config).err())
                .contains("The list failed: 401 Wrong token. Is admin.token the one that the server was started with?");
    }
}
