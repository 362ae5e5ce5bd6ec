package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo as a newcomer meets it: what it prints, what the README's examples do to it, and its second start. */
class DemoTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Path home;
    private static DemoProcess demo;

    @BeforeAll
    static void start() throws IOException {
        home = Installation.emptied(Path.of("target", "homes", "Demo"));
        demo = DemoProcess.start(home);
        demo.awaitReady();
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void saysOfEveryConversationWhatBecameOfIt() {
        assertThat(demo.output()).contains("61 conversations, 60 with a record in the CRM, 61 as expected");
    }

    @Test
    void endsInFivePlainLines() {
        List<String> lines = demo.output().lines().toList();
        assertThat(lines.subList(lines.indexOf("PARLEY READY"), lines.size()))
                .startsWith(
                        "PARLEY READY",
                        "plugin http://127.0.0.1:" + demo.port(),
                        "org http://127.0.0.1:" + demo.orgPort(),
                        "token parley-demo-channel",
                        "admin parley-demo-admin");
    }

    @Test
    void namesThePagesWhereOneChatsAndWhereMailIsRead() {
        String plugin = "http://127.0.0.1:" + demo.port();
        String org = "http://127.0.0.1:" + demo.orgPort();
        for (String address : List.of(org + "/site/", org + "/desk/", org + "/mail/", plugin + "/console/")) {
            assertThat(demo.output().lines()).anyMatch(line -> line.startsWith(address + "  "));
            assertThat(send(HttpRequest.newBuilder(URI.create(address)).build()))
                    .startsWith("200 ");
        }
    }

    @Test
    void takesTheExamplesOfTheReadme() throws IOException {
        List<ReadmeExample> examples = ReadmeExample.all(demo.port());
        assertThat(examples).hasSize(3);
        assertThat(send(examples.get(2).request())).isEqualTo("200 {\"accepted\":2,\"duplicates\":0}");
        assertThat(send(examples.get(0).request())).startsWith("202 ");

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode view = json(send(examples.get(1).request()));
            assertThat(view.at("/delivery/status").asText()).isEqualTo("applied");
            assertThat(view.at("/identity/kind").asText()).isEqualTo("contact");
            assertThat(view.at("/identity/opportunityId").asText()).startsWith("006");
        });
    }

    @Test
    void showsAConversationOnThePageOfItsRecord() throws IOException {
        String page = demo.output()
                .lines()
                .filter(line -> line.contains("/lightning/r/Opportunity/"))
                .map(line -> line.split(" ")[0])
                .findFirst()
                .orElseThrow();

        assertThat(send(HttpRequest.newBuilder(URI.create(page)).build())).contains("Transcript");
    }

    @Test
    void knowsEverythingAtItsSecondStart() throws IOException {
        demo.close();
        demo = DemoProcess.start(home);
        demo.awaitReady();

        assertThat(demo.output()).contains("0 events were new", "61 as expected");
    }

    private static String send(HttpRequest request) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("no answer from " + request.uri(), e);
        }
    }

    private static JsonNode json(String statusAndBody) throws IOException {
        return new ObjectMapper().readTree(statusAndBody.substring(statusAndBody.indexOf(' ')));
    }
}
