package dev.parley.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.conversation.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sentences say that somebody recommended us to the visitor. */
class ReferralsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Karin Ekdahl of Bergslags recommended you.",
                "I was referred to you by Karin Ekdahl.",
                "Karin Ekdahl från Bergslags tipsade oss om er.",
                "Karin Ekdahl hat uns von Ihnen erzählt.",
                "کارین اکدال شما را به ما معرفی کرد",
                "王伟推荐我们来找你们"
            })
    void itIsShownWithItsMessage(String said) {
        assertThat(new Talk()
                        .visitor("Hello there")
                        .visitor("We look for scales. " + said)
                        .ofNobody()
                        .referredBy())
                .containsExactly(new Evidence("referral", "m2", said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I have recommended you to Karin Ekdahl.",
                "Which model do you recommend?",
                "Jag har tipsat Karin Ekdahl om er.",
                "Ich habe Sie Karin Ekdahl empfohlen.",
                "من شما را به کارین اکدال معرفی کردم",
                "我已经推荐你们给王伟了"
            })
    void whoRecommendsUsHimselfWasNotSent(String said) {
        assertThat(new Talk().visitor(said).ofNobody().referredBy()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Please talk to my colleague Anna Berg at Nordkap, anna.berg@nordkap.example | Anna Berg | Nordkap",
                "Prata med min kollega Åsa Öberg på Nordkap, asa.oberg@nordkap.example | Åsa Öberg | Nordkap",
                "Sprechen Sie mit meiner Kollegin Anna Berg von Nordkap: aberg@nordkap.example | Anna Berg | Nordkap",
                "Talk to my boss Anna van der Berg, anna@nordkap.example | Anna van der Berg |",
                "Call my colleague anna.berg@nordkap.example | Anna Berg |",
                "Call my colleague, info@nordkap.example | |",
                "Talk to my colleague in Sales Team, sales@nordkap.example | |",
                "Talk to my colleague İrem Yılmaz, irem@nordkap.example | İrem Yılmaz |",
                "请联系我的同事安娜，anna.berg@nordkap.example | Anna Berg |",
                "با همکارم آنا برگ تماس بگیرید anna.berg@nordkap.example | Anna Berg |"
            })
    void whoIsToBeTalkedToIsNamedByTheirAddress(String said, String name, String company) {
        assertThat(new Talk().visitor(said).ofNobody().recommended())
                .extracting(Recommended::name, Recommended::company)
                .containsExactly(tuple(name, company));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Karin Ekdahl (karin.ekdahl@bergslags.example) recommended you.",
                "Please write to me at anna.berg@nordkap.example",
                "My colleague Anna Berg cannot log in, her address is anna.berg@nordkap.example",
                "Please talk to my colleague Anna Berg."
            })
    void anAddressThatIsNobodysToTalkToNamesNobody(String said) {
        assertThat(new Talk().visitor(said).ofNobody().recommended()).isEmpty();
    }

    @Test
    void namesOfAnotherLanguageDoNotHideIt() {
        Note note = new NoteTaker(Talk.SHIPPED)
                .note(new Utterance(
                        "m1",
                        Role.VISITOR,
                        Talk.START,
                        "Karin Ekdahl of Bergslags recommended you.",
                        "sv",
                        List.of(),
                        List.of()));

        assertThat(new Referrals(Talk.SHIPPED, List.of(note)).by()).hasSize(1);
    }

    @Test
    void whatOurOwnPeopleSayIsNone() {
        Talk talk = new Talk().visitor("Hello").agent("Karin Ekdahl recommended you.");

        assertThat(talk.ofNobody().referredBy()).isEmpty();
    }
}
