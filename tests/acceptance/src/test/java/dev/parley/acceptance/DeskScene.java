package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.acceptance.Json.MAPPER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A morning at the desk, as frames of the chat service: a dozen who wait, and a long conversation of all kinds. */
final class DeskScene {
    private static final List<String> NAMES = List.of(
            "Karin Ekdahl",
            "مریم اسفندیاری‌نژاد",
            "王小明",
            "Maximilian von Hohenlohe-Langenburg zu Schillingsfürst",
            "anna.lindqvist-bergstroem@nordische-maschinenbau-gesellschaft.example",
            "Ola",
            "Zoë O’Brien",
            "Jürgen Weiß",
            "علی رضایی",
            "陈静",
            "Siobhán Ní Dhómhnaill",
            "Bo");
    private static final List<String> WORDS = List.of(
            "Wir brauchen zwölf Sensoren für die Halle 3, bis Ende Mai. Geht das?",
            "سلام، برای خط تولید دوم به ۱۲ حسگر Norrvik نیاز داریم؛ قیمت هر عدد چند است؟",
            "我们需要 12 个传感器，五月底前能交货吗？",
            "https://bergslagsteel.example/orders/2026/03/very-long-path-without-any-break-1234567890abcdefghij?x=1",
            "OK",
            "First line\nSecond line\nThird line with a number +46 8 555 010 20");

    private final WebSocketRoute line;
    private int place;

    private DeskScene(WebSocketRoute line) {
        this.line = line;
    }

    /** Opens the desk and lets the morning happen; one conversation of it is looked at. */
    static void play(Page desk, String address) throws IOException {
        AtomicReference<WebSocketRoute> line = ChatPeople.line(desk);
        desk.navigate(address);
        assertThat(desk.locator("#me option")).not().hasCount(0);
        DeskScene scene = new DeskScene(line.get());
        scene.queue();
        ChatPeople.open(desk, "Zelda Quist");
        scene.conversation();
    }

    private void queue() {
        for (int at = 0; at < NAMES.size(); at++) {
            talk("w" + at, NAMES.get(at), "waiting", "", 20 + at * 37, WORDS.get(at % WORDS.size()));
        }
        talk("other", "Tomás Ó Ceallaigh", "agent", "tobias", 0, WORDS.get(0));
        talk("old", "Zelda Q.", "closed", "maja", 0, "Is the offer still good?");
        talk("mine", "Zelda Quist", "agent", "maja", 400, WORDS.get(1));
    }

    private void conversation() throws IOException {
        ObjectNode started = MAPPER.createObjectNode();
        started.putObject("page")
                .put("title", "Pricing: sensors, Insight and Rollout")
                .put("url", "https://norrvik.example/");
        item("2026-03-01T15:00:00Z", "chat.conversation.started", started);
        for (int day = 0; day < 3; day++) {
            for (int at = 0; at < WORDS.size(); at++) {
                item(time(day), "chat.message.posted", message("v" + day + at, "visitor", at));
                item(time(day), "chat.message.posted", message("a" + day + at, at == 0 ? "bot" : "agent", at + 2));
            }
        }
        for (String line : Files.readAllLines(Path.of("src/test/resources/desk-morning.jsonl"))) {
            JsonNode event = MAPPER.readTree(line);
            item(event.path("time").asText(), event.path("type").asText(), event.path("data"));
        }
    }

    private String time(int day) {
        return "2026-03-0%dT15:%02d:00Z".formatted(day + 1, place % 10);
    }

    private static ObjectNode message(String id, String role, int words) {
        ObjectNode message = MAPPER.createObjectNode().put("id", id).put("text", WORDS.get(words % WORDS.size()));
        message.putObject("author").put("role", role).put("name", role.equals("bot") ? "Nora" : "Maja Lindqvist");
        if (role.equals("agent") && words % 3 == 0) {
            message.put("private", true);
        }
        return words == 4 ? message.put("cannedReplyId", "hello") : message;
    }

    private void talk(String id, String name, String state, String agent, int waited, String last) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ObjectNode talk =
                MAPPER.createObjectNode().put("type", "talk").put("id", id).put("state", state);
        talk.put("locale", "de").put("agent", agent).put("last", last);
        talk.put("waitingSince", waited == 0 ? "" : now.minusSeconds(waited).toString());
        talk.put("started", now.minusSeconds(900).toString());
        talk.put("readByVisitor", 4).put("unread", 2).put("count", 500);
        talk.putObject("visitor")
                .put("name", name)
                .put("company", "Bergslag Steel")
                .put("email", name.startsWith("Zelda") ? "zelda.quist@bergslagsteel.example" : "");
        line.send(talk.toString());
    }

    private void item(String time, String type, JsonNode data) {
        ObjectNode frame = MAPPER.createObjectNode()
                .put("type", "item")
                .put("talk", "mine")
                .put("place", place);
        ObjectNode event = frame.putObject("event")
                .put("id", "e" + place++)
                .put("time", time)
                .put("type", type);
        event.set("data", data);
        line.send(frame.toString());
    }
}
