package dev.parley.sandbox.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bot, by what it says. */
class BotTest {
    @TempDir
    Path home;

    private Talks talks;
    private Bot bot;

    @BeforeEach
    void start() {
        talks = new Talks(home.resolve("chat.jsonl"), Clock.systemUTC());
        bot = new Bot(talks);
    }

    @AfterEach
    void stop() {
        talks.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Can I talk to a human?, a bot",
        "sv, Jag vill tala med någon, en bot",
        "de, Ich möchte mit jemandem sprechen, ein Bot",
        "fa, می‌خواهم با کارشناس صحبت کنم, ربات",
        "zh, 请转人工, 机器人"
    })
    void saysThatItIsABotAndFetchesAPersonInEveryLanguage(String locale, String wish, String confession) {
        Talk talk = visitor(locale, "Ann");
        bot.greet(talk, "");
        assertThat(firstOf(talk).path("text").asText()).contains(confession);

        bot.answer(talk, wish);

        assertThat(talk.state()).isEqualTo(Talk.State.WAITING);
    }

    @Test
    void handsOverWhenItHasNotUnderstoodTwice() {
        Talk talk = visitor("en", "Ann");
        bot.greet(talk, "");
        bot.answer(talk, "Xyzzy");
        assertThat(talk.state()).isEqualTo(Talk.State.BOT);
        assertThat(lastOf(talk).path("choices")).isNotEmpty();

        bot.answer(talk, "Plugh");

        assertThat(talk.state()).isEqualTo(Talk.State.WAITING);
    }

    @Test
    void asksOnlyWhatIsMissing() {
        Talk talk = visitor("en", "Ann");
        bot.greet(talk, "");
        bot.choose(talk, "support");
        assertThat(lastOf(talk).path("asks").asText()).isEqualTo("company");
        bot.answer(talk, "Acme");
        assertThat(lastOf(talk).path("asks").asText()).isEqualTo("email");

        bot.answer(talk, "it is ann@acme.example, thanks");

        assertThat(talk.visitor().path("company").asText()).isEqualTo("Acme");
        assertThat(talk.visitor().path("email").asText()).isEqualTo("ann@acme.example");
        assertThat(talk.state()).isEqualTo(Talk.State.WAITING);
    }

    @Test
    void whoWouldRatherNotSayIsNotAskedAgain() {
        Talk talk = visitor("en", "Ann");
        bot.greet(talk, "");
        bot.choose(talk, "support");
        bot.answer(talk, "Acme");
        bot.answer(talk, "no");

        assertThat(talk.knows("email")).isFalse();
        assertThat(talk.state()).isEqualTo(Talk.State.WAITING);
    }

    @Test
    void saysNothingOnceAPersonIsThere() {
        Talk talk = visitor("en", "Ann");
        bot.greet(talk, "");
        bot.handOver(talk, "person");
        int before = talk.events().size();

        bot.answer(talk, "price?");
        bot.choose(talk, "price");

        assertThat(talk.events()).hasSize(before);
    }

    private Talk visitor(String locale, String name) {
        ObjectNode data = Json.object().put("locale", locale);
        data.putObject("visitor").put("name", name);
        return talks.start("k".repeat(32), data);
    }

    private static JsonNode firstOf(Talk talk) {
        return talk.events().stream()
                .filter(event -> event.at("/data/author/role").asText().equals("bot"))
                .findFirst()
                .orElseThrow()
                .path("data");
    }

    private static JsonNode lastOf(Talk talk) {
        return talk.events().get(talk.events().size() - 1).path("data");
    }
}
