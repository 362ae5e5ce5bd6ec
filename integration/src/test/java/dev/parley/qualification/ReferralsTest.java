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
    @CsvSource(
            delimiter = '|',
            value = {
                "Please call my colleague Anna Berg, +44 20 7946 0018 | +442079460018",
                "Ring min kollega Åsa Öberg på +46 8 123 456 78 | +46812345678",
                "Rufen Sie meine Kollegin Anna Berg an: 030 901820 | +4930901820",
                "با همکارم آنا برگ تماس بگیرید +98 21 8877 6655 | +982188776655",
                "请联系我的同事安娜，电话是 13800138000 | +8613800138000"
            })
    void ofWhomOnlyANumberIsSaidIsNamedByThat(String said, String phone) {
        assertThat(new Talk().visitor(said).ofNobody().recommended())
                .extracting(Recommended::email, Recommended::phone)
                .containsExactly(tuple(null, phone));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please talk to my boss Bo Lind, or call me at +44 20 7946 0018",
                "Talk to my boss Bo. My own number is +44 20 7946 0018",
                "Talk to my boss Bo Lind, +44 20 7946 0018 or +44 20 7946 0019",
                "Prata med min chef eller ring mig på 08-123 456 78",
                "Sprechen Sie mit meiner Chefin oder rufen Sie mich an: 030 901820",
                "请联系我的同事，或者打给我 13800138000"
            })
    void aNumberThatMayBeTheVisitorsOwnNamesNobody(String said) {
        assertThat(new Talk().visitor(said).ofNobody().recommended()).isEmpty();
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
