package dev.parley.sandbox.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | A person, please",
                "en | Could you connect me to your sales team?",
                "en | I'd like to speak with somebody from sales",
                "en | human please",
                "en | Transfer me to a real person",
                "sv | En person, tack",
                "sv | Kan jag få chatta med en säljare?",
                "sv | koppla mig till kundtjänst",
                "de | Eine Person, bitte",
                "de | Kann ich mit einem Mitarbeiter sprechen?",
                "de | Ich hätte gern einen Ansprechpartner",
                "fa | یک کارشناس، لطفاً",
                "fa | لطفاً من را به اپراتور وصل کنید",
                "fa | با کسی صحبت کنم",
                "zh | 请转人工",
                "zh | 我想跟销售谈谈",
                "zh | 有人在吗？",
                "en | Please connect me to a colleague",
                "en | Talk to sales",
                "en | Can I chat with an agent?",
                "sv | Kan jag bli kopplad till en säljare?",
                "de | Verbinden Sie mich bitte mit dem Vertrieb",
                "de | Können Sie mich weiterleiten?",
                "zh | 我想找人聊聊",
                "en | Can you call me? I want to cancel my subscription",
                "sv | Kan ni ringa mig?",
                "de | Können Sie mich zurückrufen?",
                "fa | لطفاً با من تماس بگیرید",
                "zh | 请给我打个电话"
            })
    void understandsWhoWantsAPerson(String locale, String wish) {
        Talk talk = visitor(locale, "Ann");
        bot.greet(talk, wish);

        assertThat(talk.state()).isEqualTo(Talk.State.WAITING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | We are 40 people in maintenance",
                "en | Does it replace human resources?",
                "en | Your representative came yesterday",
                "sv | Ingen personlig kontakt behövs",
                "de | Wir haben 50 Mitarbeiter in der Instandhaltung",
                "fa | نظر کارشناسی شما چیست",
                "fa | اپراتورهای ما شب کار می‌کنند",
                "zh | 你们用人工智能吗？",
                "zh | 我们客服部有二十个坐席",
                "zh | 我有一个问题",
                "en | Do your sensors talk to the cloud?",
                "en | A colleague recommended you",
                "en | Do we need to install an agent?",
                "en | I am the person responsible for maintenance",
                "sv | Kan sensorn kopplas till SAP?",
                "de | Kann man die Sensoren mit SAP verbinden?",
                "de | Lassen sich die Daten an uns weiterleiten?",
                "en | Will it call me when a bearing fails?",
                "en | Does the gateway connect to the operator panel?",
                "en | Is each alarm checked by a person?",
                "sv | Var kan jag få tag på en broschyr?",
                "de | Kann ich mit dem Sensor auch Daten in SAP schreiben?",
                "de | Lässt sich das bei uns mit SAP verbinden?",
                "zh | 设备和人员安全"
            })
    void takesNoWordForAWishThatMeansSomethingElse(String locale, String words) {
        Talk talk = visitor(locale, "Ann");
        bot.greet(talk, words);

        assertThat(talk.state()).isEqualTo(Talk.State.BOT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Hello, what do your sensors cost?",
                "sv | Hej, vad kostar sensorerna?",
                "de | Guten Tag, was kosten die Sensoren?",
                "fa | سلام، قیمت حسگر چقدر است؟",
                "fa | ممنون، فقط قیمت را می‌خواستم",
                "zh | 你好，传感器多少钱？",
                "zh | 您好，请问价格"
            })
    void answersTheQuestionThatFollowsAGreeting(String locale, String words) {
        Talk talk = visitor(locale, "Ann");
        bot.greet(talk, words);

        assertThat(lastOf(talk).path("asks").asText()).isEqualTo("need");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | 传感器坏了 | 无锡轴承有限公司",
                "fa | حسگر خراب است | نهال گستر",
                "en | A sensor is broken | Noble Bearings"
            })
    void takesNoCompanyForARefusal(String locale, String need, String company) {
        Talk talk = visitor(locale, "Ann");
        bot.greet(talk, need);
        bot.answer(talk, company);

        assertThat(talk.visitor().path("company").asText()).isEqualTo(company);
    }

    @Test
    void whoSaysNoNameOfACompanyHasSaidNone() {
        Talk talk = visitor("en", "Ann");
        bot.greet(talk, "A sensor is broken");
        bot.answer(talk, "We are from ");

        assertThat(talk.knows("company")).isFalse();
    }

    @Test
    void aVersionOrTheHoursOfADayAreNoNumberOfMachines() {
        Talk talk = visitor("en", "Ann");
        bot.greet(talk, "What does it cost on Windows 10, with service 24/7?");

        assertThat(lastOf(talk).path("asks").asText()).isEqualTo("need");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Are you a human? | I am a bot",
                "sv | Är du en robot? | Jag är en bot",
                "de | Sind Sie ein Mensch? | Ich bin ein Bot",
                "fa | شما ربات هستید؟ | من ربات هستم",
                "zh | 你是机器人吗？ | 我是机器人"
            })
    void confessesToWhoAsks(String locale, String question, String confession) {
        Talk talk = visitor(locale, "Ann");
        bot.greet(talk, "");
        bot.answer(talk, question);

        assertThat(lastOf(talk).path("text").asText()).contains(confession);
        assertThat(lastOf(talk).path("choices")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | What do your sensors cost? | need",
                "sv | Vad kostar en sensor? | need",
                "de | Was kostet ein Sensor? | need",
                "fa | قیمت حسگر چقدر است؟ | need",
                "zh | 传感器多少钱？ | need",
                "en | A sensor is broken | company",
                "sv | En sensor fungerar inte | company",
                "de | Ein Sensor ist kaputt | company",
                "fa | یک حسگر کار نمی‌کند | company",
                "zh | 传感器坏了 | company"
            })
    void findsTheTopicAndFirstThatWhichNeedsAPerson(String locale, String question, String asked) {
        Talk talk = visitor(locale, "Ann");
        bot.greet(talk, question);

        assertThat(lastOf(talk).path("asks").asText()).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | We are from Acme Mills. | Acme Mills",
                "sv | Jag jobbar på Hallands Bruk AB | Hallands Bruk AB",
                "de | Ich arbeite bei der Rhein Papier GmbH | Rhein Papier GmbH",
                "fa | ما از شرکت فولاد البرز هستیم | شرکت فولاد البرز",
                "zh | 我们来自东海纸业 | 东海纸业"
            })
    void keepsTheNameOfTheCompanyAndNotTheSentence(String locale, String answer, String company) {
        Talk talk = visitor(locale, "Ann");
        bot.greet(talk, "");
        bot.choose(talk, "support");
        bot.answer(talk, answer);

        assertThat(talk.visitor().path("company").asText()).isEqualTo(company);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | I'd rather not say",
                "en | Why do you want to know?",
                "sv | nej tack",
                "de | Das möchte ich nicht",
                "fa | نه، ممنون",
                "zh | 不方便"
            })
    void takesNoRefusalForACompany(String locale, String answer) {
        Talk talk = visitor(locale, "Ann");
        bot.greet(talk, "");
        bot.choose(talk, "support");
        bot.answer(talk, answer);

        assertThat(talk.knows("company")).isFalse();
        assertThat(lastOf(talk).path("asks").asText()).isEqualTo("email");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | A price for 30 sensors, please",
                "en | We need a quote for twelve machines",
                "sv | Vad kostar tolv maskiner?",
                "de | Ein Angebot für dreißig Maschinen",
                "fa | قیمت سی حسگر چقدر است؟",
                "fa | قیمت ۳۰ حسگر چقدر است؟",
                "zh | 三十台设备多少钱？"
            })
    void asksNobodyHowManyWhoHasSaidSo(String locale, String question) {
        Talk talk = visitor(locale, "Ann");
        talk.apply(event(
                "chat.message.posted", "{\"author\":{\"role\":\"visitor\"},\"text\":\"%s\"}".formatted(question)));
        bot.greet(talk, question);

        assertThat(lastOf(talk).path("asks").asText()).isEqualTo("company");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Hello! | No, thanks",
                "sv | Hej! | Nej tack",
                "de | Guten Tag | Nein, danke",
                "fa | سلام | نه، ممنون",
                "zh | 你好 | 没有了"
            })
    void understandsAGreetingAndAGoodbye(String locale, String hello, String goodbye) {
        Talk talk = visitor(locale, "Ann");
        bot.greet(talk, hello);
        assertThat(lastOf(talk).path("choices")).isNotEmpty();
        assertThat(lastOf(talk).has("misunderstood")).isFalse();
        bot.choose(talk, "product");

        bot.answer(talk, goodbye);

        assertThat(lastOf(talk).has("misunderstood")).isFalse();
        assertThat(lastOf(talk).has("choices")).isFalse();
        assertThat(talk.state()).isEqualTo(Talk.State.BOT);
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

    private static ObjectNode event(String type, String data) {
        ObjectNode event = Json.object().put("type", type).put("id", type);
        return event.set("data", Json.parse(data).orElseThrow());
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
