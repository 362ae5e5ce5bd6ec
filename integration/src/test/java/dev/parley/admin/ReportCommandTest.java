package dev.parley.admin;

import static dev.parley.admin.Typed.parley;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports, as they are read in a terminal. */
class ReportCommandTest {

    private static final String FIGURES =
            """
            "figures":{"messages":40,"canned":0.25,"answered":0.9,"repeated":0.031,"reciprocal":0.5,"ours":0.6,
             "medianSeconds":35,"slowSeconds":190,"presence":{"affective":0.1,"cohesive":0.35,"interactive":0.2}}
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
    void close() {
        server.close();
    }

    @Test
    void teamsStandInATableAndWhatIsNotShownBelowIt() {
        server.answers(
                200,
                """
                {"since":"2026-02-23T00:00:00Z","until":"2026-03-09T00:00:00Z","complete":true,
                 "rows":[{"team":"sales","stage":"Customer","agents":6,"conversations":20,%s}],
                 "withheld":[{"team":"help","stage":"New","weeks":2,"why":"fewer than 5 agents"}]}
                """
                        .formatted(FIGURES));

        Typed typed = parley("report", "presence", "--since", "2026-03-01", "--config", config);

        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(server.lines()).containsExactly("GET /v1/reports/presence?since=2026-03-01T00:00:00Z");
        assertThat(typed.out())
                .contains("sales", "Customer", "25 %", "90 %", "3 %", "35, 190", "10, 35, 20")
                .contains("Not shown: help, New, 2 weeks (fewer than 5 agents).")
                .contains("Whole weeks from 2026-02-23 up to 2026-03-09 (UTC)");
    }

    @Test
    void singleAgentsAreAskedForWithTheReadersOwnToken() throws IOException {
        server.answers(
                200,
                "{\"complete\":true,\"rows\":[{\"source\":\"web\",\"agent\":\"a1\",\"name\":\"Kim\",\"conversations\":3,"
                        + FIGURES + "}]}");
        Path token = Files.writeString(folder.resolve("token"), ServerStandIn.TOKEN + "\n");

        Typed typed = parley("report", "presence", "--agents", token, "--config", config);

        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(server.lines()).containsExactly("GET /v1/reports/presence/agents");
        assertThat(typed.out()).contains("Kim", "web");
    }

    @Test
    void whoseTokenItIsNotIsToldWhoseItMustBe() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "the-token-of-somebody-else");

        Typed typed = parley("report", "presence", "--agents", token, "--config", config);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("401").doesNotContain("admin.token");
    }

    @Test
    void whyItIsTurnedOffIsSaid() {
        server.answers(403, "{\"detail\":\"Figures are turned off.\"}");

        Typed typed = parley("report", "presence", "--config", config);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("403 Figures are turned off.");
    }

    @Test
    void proposalsForTheBotsMenuAreOneALine() {
        server.answers(
                200,
                """
                {"complete":true,"conversations":9,"given":4,"rows":[{"function":"information-request",
                 "topic":"warranty","conversations":4,"wantedPerson":3,"passedOn":2,"saidAgain":1,"unanswered":0,
                 "examples":[{"conversation":"web:1","message":"m1","said":"How long is the warranty?"}]}]}
                """);

        Typed typed = parley("report", "bot", "--config", config);

        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out())
                .contains("warranty", "How long is", "Of 9 conversations with a bot 4 were more than it could do.");
    }

    @Test
    void whatIsNotWholeIsSaidSo() {
        server.answers(200, "{\"complete\":false,\"conversations\":20000,\"given\":0,\"rows\":[]}");

        Typed typed = parley("report", "bot", "--config", config);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.out()).contains("name a later --since");
    }
}
