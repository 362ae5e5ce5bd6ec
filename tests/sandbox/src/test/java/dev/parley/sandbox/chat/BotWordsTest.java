package dev.parley.sandbox.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bot understands by what visitors say, in five languages. */
class BotWordsTest extends BotStage {

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
}
