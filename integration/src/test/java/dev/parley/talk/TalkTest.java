package dev.parley.talk;

import static dev.parley.talk.ShippedTalk.TALK;
import static dev.parley.talk.ShippedTalk.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one message says, and on which of its words that rests. */
class TalkTest {

    @Test
    void aRuleNamesItsPlaceAndTheSentence() {
        Reading reading = read("Hello. I want to talk to a real person!");

        assertThat(reading.wantsHuman()).isTrue();
        assertThat(reading.purposes().get(0).evidence())
                .startsWith("\"I want to talk to a real person!\": a rule, functions/en.yaml:");
    }

    @Test
    void theModelNamesThePhraseThatIsNearest() {
        Purpose purpose = read("we look for software to manage the fleet we have")
                .purposes()
                .get(0);

        assertThat(purpose.name()).isEqualTo("solution-search");
        assertThat(purpose.because()).startsWith("like 'we are looking for software to manage our fleet'");
        assertThat(purpose.confidence()).isBetween(0.3, 1.0);
    }

    @Test
    void aGreetingIsNeverTheMainThingIfThereIsAnother() {
        Reading reading = read("Good morning! How much does the pro version cost? Thank you very much.");

        assertThat(reading.purposes())
                .extracting(Purpose::name)
                .containsExactly("information-request", "relationship-maintenance");
        assertThat(reading.purposes()).isSortedAccordingTo((a, b) -> Double.compare(b.confidence(), a.confidence()));
    }

    @Test
    void whatOurOwnSideSaysIsForNothingButShowsWhoIsThere() {
        Reading reading = TALK.read("Hello! Would you like to talk to a human agent?", Speaker.AGENT, "en");

        assertThat(reading.purposes()).isEmpty();
        assertThat(reading.presence()).contains("cohesive");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\t ",
                "?!?!",
                "🙂🙂🙂",
                "\u202e\u200b\u200f\u2066",
                "\uD83D",
                "<b></b><br/>",
                "4711",
                "xk3jd92kd"
            })
    void whatSaysNothingIsForNothing(String text) {
        assertThat(read(text).purposes()).isEmpty();
    }

    @Test
    void invisibleCharactersAndMarkupHideNothing() {
        assertThat(read("<p>I want to t\u200balk to a <b>hu\u202eman</b></p>").wantsHuman())
                .isTrue();
    }

    @Test
    void aLongMessageIsReadAsFarAsPeopleRead() {
        String filler = "The pump stands in hall four. ".repeat(4_000);

        assertThat(read("I want to talk to a human. " + filler).wantsHuman()).isTrue();
        assertThat(read(filler + "I want to talk to a human.").wantsHuman()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> I want to talk to a human",
                "fyi\n\n-----Original Message-----\nFrom: Ann\nI want to talk to a human",
                "see below\nVon: Ann <ann@firm.example>\nGesendet: Montag\n\nI want to talk to a human",
                "Ann: I want to talk to a human\nBot: one moment\nAnn: thanks",
                "The button says \"I want to talk to a human\" in green"
            })
    void whatIsQuotedWasSaidBySomebodyElse(String text) {
        assertThat(read(text).wantsHuman()).isFalse();
    }

    @Test
    void aMessageAllInQuotationMarksIsTheSpeakersOwn() {
        assertThat(read("\"I want to talk to a human\"").wantsHuman()).isTrue();
    }

    @Test
    void aLanguageWithoutFilesIsTreatedHonestly() {
        Reading reading = read("je voudrais parler avec un agent commercial de votre entreprise, s'il vous plaît");

        assertThat(reading.language()).isEqualTo("fr");
        assertThat(reading.purposes()).isEmpty();
        assertThat(reading.signs()).isEmpty();
    }

    @Test
    void shortMessagesInheritTheLanguage() {
        assertThat(TALK.read("ok", Speaker.VISITOR, "de-AT").language()).isEqualTo("de");
        assertThat(TALK.read("kann ich bitte mit einem Menschen sprechen", Speaker.VISITOR, "en")
                        .language())
                .isEqualTo("de");
        assertThat(TALK.read("4711", Speaker.VISITOR, null).language()).isEqualTo("und");
    }

    @Test
    void signsOfPresenceNameTheirWords() {
        assertThat(read("Haha, I totally agree, see you tomorrow!").signs())
                .contains(
                        new Sign("affective", "humour", "haha"),
                        new Sign("interactive", "agreement", "i totally agree"),
                        new Sign("cohesive", "greetings", "see you"));
    }
}
