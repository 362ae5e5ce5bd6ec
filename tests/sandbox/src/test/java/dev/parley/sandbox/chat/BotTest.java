package dev.parley.sandbox.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bot, by what it does and when. */
class BotTest extends BotStage {

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
    void asksNobodyWhatTheFormOrTheCrmHasTold() {
        Talk talk = visitor("en", "Ann");
        talk.apply(event("crm.context.changed", "{\"account\":{\"name\":\"Acme\"},\"contact\":{\"id\":\"003\"}}"));
        bot.greet(talk, "The alarm does not stop");
        assertThat(talk.state()).as("known to the CRM").isEqualTo(Talk.State.WAITING);

        ObjectNode form = Json.object().put("locale", "en");
        form.putObject("visitor").put("email", "bo@acme.example").put("company", "Acme");
        Talk told = talks.start("f".repeat(32), form);
        bot.greet(told, "The alarm does not stop");
        assertThat(told.state()).as("told by the form").isEqualTo(Talk.State.WAITING);
    }

    @Test
    void anAddressWithAMistakeIsAskedForOnceMore() {
        Talk talk = visitor("en", "Ann");
        bot.greet(talk, "");
        bot.choose(talk, "support");
        bot.answer(talk, "Acme");
        bot.answer(talk, "ann@acme");
        assertThat(lastOf(talk).path("text").asText()).contains("once more");

        bot.answer(talk, "ann@acme again");

        assertThat(talk.state()).isEqualTo(Talk.State.WAITING);
    }

    @Test
    void whereNobodyIsItTakesTheMessageAtOnce() {
        talks.open(false);
        Talk talk = visitor("en", "Ann");
        bot.greet(talk, "What does it cost?");

        assertThat(talk.state()).isEqualTo(Talk.State.WAITING);
        assertThat(talk.events().stream().filter(event -> event.at("/data/asks").isTextual()))
                .as("no question that nobody will take further")
                .isEmpty();
    }

    @Test
    void goesOnInTheLanguageThatTheVisitorChoosesMeanwhile() {
        Talk talk = visitor("en", "Ann");
        bot.greet(talk, "");
        talk.apply(event("chat.visitor.identified", "{\"visitor\":{\"locale\":\"fa\"}}"));
        bot.choose(talk, "product");

        assertThat(lastOf(talk).path("text").asText()).isEqualTo("آیا موضوع دیگری هست؟");
        assertThat(lastOf(talk).at("/author/name").asText()).isEqualTo("دستیار نورویک");
    }

    /** Every text of the script, in each of the languages. */
    @Test
    void hasEverythingInEveryLanguage() {
        JsonNode script = Json.resource("bot.json");
        List<JsonNode> texts = new ArrayList<>(List.of(script.path("name")));
        script.path("lines").forEach(texts::add);
        script.path("topics")
                .forEach(
                        topic -> texts.addAll(List.of(topic.path("label"), topic.path("answer"), topic.path("words"))));
        script.properties().stream()
                .filter(entry ->
                        entry.getKey().endsWith("Words") || entry.getKey().equals("aroundCompany"))
                .forEach(entry -> texts.add(entry.getValue()));

        assertThat(texts).hasSizeGreaterThan(20).allSatisfy(text -> assertThat(text.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("en", "sv", "de", "fa", "zh"));
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
}
