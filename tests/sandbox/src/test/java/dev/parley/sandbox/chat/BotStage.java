package dev.parley.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A bot, who writes to it, and what it says. */
abstract class BotStage {
    @TempDir
    Path home;

    Talks talks;
    Bot bot;

    @BeforeEach
    void start() {
        talks = new Talks(home.resolve("chat.jsonl"), Clock.systemUTC());
        bot = new Bot(talks);
    }

    @AfterEach
    void stop() {
        talks.close();
    }

    Talk visitor(String locale, String name) {
        ObjectNode data = Json.object().put("locale", locale);
        data.putObject("visitor").put("name", name);
        return talks.start("k".repeat(32), data);
    }

    static ObjectNode event(String type, String data) {
        ObjectNode event = Json.object().put("type", type).put("id", type);
        return event.set("data", Json.parse(data).orElseThrow());
    }

    static JsonNode firstOf(Talk talk) {
        return talk.events().stream()
                .filter(event -> event.at("/data/author/role").asText().equals("bot"))
                .findFirst()
                .orElseThrow()
                .path("data");
    }

    static JsonNode lastOf(Talk talk) {
        return talk.events().get(talk.events().size() - 1).path("data");
    }
}
