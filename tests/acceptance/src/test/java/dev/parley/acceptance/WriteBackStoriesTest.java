package dev.parley.acceptance;

import static dev.parley.acceptance.Json.MAPPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody of an evening team, who is no user of the CRM, takes a conversation of Chatwoot over, and Chatwoot shows it. */
class WriteBackStoriesTest {

    private static final String SECRET = "secret-of-the-stories";
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final String ROUTING =
            """
            accept: PT30M
            rules:
              - { name: asks for a person, when: '"wants-human" in qualification.functions', offer: [evening] }
            pools:
              evening:
                sellers:
                  - { email: evening@outside.example, name: Evening Team }
            """;

    private static final ChatwootDesk CHATWOOT = new ChatwootDesk();

    @RegisterExtension
    static final Installation PARLEY = Installation.with(
            "source.chatwoot.mode",
            "handoff",
            "source.chatwoot.secret",
            SECRET,
            "source.chatwoot.url",
            CHATWOOT.url(),
            "source.chatwoot.apiToken",
            ChatwootDesk.TOKEN,
            "source.chatwoot.writeBack",
            "true",
            "source.chatwoot.language",
            "sv",
            "writeBack.period",
            "200ms");

    @AfterAll
    static void end() {
        CHATWOOT.close();
    }

    @Test
    void theNoteStandsOnceAlthoughTheProgramWasKilledBeforeItHeardSo() throws Exception {
        withRouting();
        Chat chat = Chat.of("7")
                .from("chatwoot")
                .started(Map.of("name", "Kim Berg", "email", "kim@berg.example", "phone", "+46 70 123 45 67"))
                .visitor("I would like to talk to a person about pricing, please. Write to kim@berg.example.");
        PARLEY.chats().post(chat);
        JsonNode offer;
        try (ParleySays stream = new ParleySays(PARLEY.plugin())) {
            offer = stream.await(chat, "handoff.offered", 1);
        }
        await("who is asked").atMost(LONG).until(() -> CHATWOOT.notes().size() == 1);
        assertThat(offer.at("/to").has("id")).as("a user of the CRM").isFalse();
        String url = offer.path("url").asText();
        assertThat(visit(url, null).body())
                .contains("pricing")
                .doesNotContain("Kim Berg", "kim@berg.example", "123 45 67", "/lightning/");

        CHATWOOT.keepsItsAnswers();
        assertThat(visit(url, "decision=accept").statusCode()).isEqualTo(200);
        await("the note is written").atMost(LONG).until(() -> CHATWOOT.notes().size() == 2);
        PARLEY.plugin().kill();
        CHATWOOT.answersAgain();
        PARLEY.plugin().start();

        await("the rest is made up for")
                .atMost(LONG)
                .until(() -> CHATWOOT.conversation().path("custom_attributes").has("parley_seller"));
        assertThat(CHATWOOT.notes()).hasSize(2);
        assertThat(CHATWOOT.notes().get(1))
                .as("in the agents' language, not the visitor's")
                .startsWith("Evening Team (evening@outside.example) tog över det här samtalet");
        assertThat(CHATWOOT.conversation().path("status").asText()).isEqualTo("open");
        assertThat(CHATWOOT.conversation().at("/meta/assignee/assignee_id").asInt())
                .isEqualTo(21);
        assertThat(webhook(CHATWOOT.notes().get(1)).path("accepted").asInt())
                .as("its own note, coming back")
                .isZero();
    }

    private static void withRouting() throws IOException {
        Path mappings = PARLEY.plugin().home().resolve("mappings");
        MappingCopy.of(Plugin.project("mappings"), mappings);
        Files.writeString(mappings.resolve("routing.yaml"), ROUTING);
        PARLEY.plugin().restart("mappings.dir", mappings.toString().replace("\\", "\\\\"));
    }

    private static JsonNode webhook(String note) {
        ObjectNode body = MAPPER.createObjectNode()
                .put("event", "message_created")
                .put("id", 2)
                .put("content", note)
                .put("message_type", "outgoing")
                .put("private", true)
                .put("created_at", Instant.now().toString());
        body.putObject("sender").put("id", 9).put("name", "Parley").put("type", "user");
        body.putObject("conversation").put("id", 7);
        return new Webhooks(PARLEY.plugin().url(), SECRET)
                .chatwoot("delivery-of-the-note", body)
                .orThrow("the note");
    }

    private static HttpResponse<String> visit(String url, String form) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
