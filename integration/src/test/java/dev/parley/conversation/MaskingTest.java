package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What visitors paste in good faith, and what looks like it and is not. */
class MaskingTest {

    private static final String CARD = "[card number removed]";
    private static final String ACCOUNT = "[IBAN removed]";
    private static final String SECRET = "[secret removed]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1111",
                "4111111111111111",
                "4111-1111-1111-1111",
                "4111.1111.1111.1111",
                "4111  1111  1111  1111",
                "4111\u00a01111\u00a01111\u00a01111",
                "5500005555555559",
                "2221 0000 0000 0009",
                "3782 822463 10005",
                "6011000990139424",
                "4222222222222",
                "۴۱۱۱ ۱۱۱۱ ۱۱۱۱ ۱۱۱۱",
                "４１１１１１１１１１１１１１１１"
            })
    void noCardNumberStays(String card) {
        assertThat(Masking.masked("My card is " + card + ", ok?")).isEqualTo("My card is " + CARD + ", ok?");
        assertThat(Masking.masked("card-" + card)).isEqualTo("card-" + CARD);
        assertThat(Masking.masked("Karte,(" + card + ")")).isEqualTo("Karte,(" + CARD + ")");
        assertThat(Masking.masked(card)).isEqualTo(CARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89 3704 0044 0532 0130 00",
                "DE89370400440532013000",
                "de89 3704 0044 0532 0130 00",
                "DE89-3704-0044-0532-0130-00",
                "SE45 5000 0000 0583 9825 7466",
                "GB82 WEST 1234 5698 7654 32",
                "NL91ABNA0417164300",
                "NO93 8601 1117 947",
                "IR580540105180021273113007",
                "FR14 2004 1010 0505 0001 3M02 606"
            })
    void noBankAccountStays(String iban) {
        // What follows must not be taken for a part of it: four letters make a group like any other.
        assertThat(Masking.masked("IBAN: " + iban + " tack snälla")).isEqualTo("IBAN: " + ACCOUNT + " tack snälla");
        assertThat(Masking.masked(iban + ".")).isEqualTo(ACCOUNT + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password: ",
                "The password is ",
                "api_key=",
                "\"apiKey\": \"",
                "Mein Passwort ist ",
                "Das Kennwort lautet: ",
                "Mitt lösenord är ",
                "Lösenordet är ",
                "我的密码是",
                "密码：",
                "رمز عبور: ",
                "رمز عبور من "
            })
    void aSecretThatIsNamedIsTakenOutInEveryLanguage(String naming) {
        assertThat(Masking.masked(naming + "hunter2!x")).isEqualTo(naming + SECRET);
        assertThat(Masking.masked(naming + "p4ss" + "x".repeat(400))).isEqualTo(naming + SECRET);
    }

    @Test
    void aSecretOfLettersIsOneWhereAColonSaysSo() {
        assertThat(Masking.masked("password: correcthorse")).isEqualTo("password: " + SECRET);
        assertThat(Masking.masked("The token is broken.")).isEqualTo("The token is broken.");
        assertThat(Masking.masked("密码是abc123，谢谢你")).isEqualTo("密码是" + SECRET + "，谢谢你");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJlLXRoaW5n",
                "AKIAABCDEFGHIJKLMNOP",
                "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
                "xoxb-1234567890-abcdef",
                "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nMIIE and then it was cut off"
            })
    void aSecretIsKnownByItsLooks(String secret) {
        assertThat(Masking.masked("see " + secret)).isEqualTo("see " + SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Call me at +46 70 123 45 67 or +4915112345678901",
                "Order 1234567812345670 and 20261123-1000482",
                "It was at 1764000000000 and 1764000000000008",
                "From 2026-11-23 10:00 to 2026-11-24 11:30",
                "Tracking 00340434161094000000",
                "4111 1111 1111 1112",
                "NO93 8601 1117 948 is wrong",
                "I forgot my password, can you help?",
                "Passwort vergessen!",
                "Where is the secret is it here",
                "AB12 this is a text of many words",
                "0000 0000 0000 0000",
                "Invoice 500d3000001aBcDEFG"
            })
    void whatOnlyLooksLikeItStays(String text) {
        assertThat(Masking.masked(text)).isEqualTo(text);
    }

    @Test
    void idsStayAndNumbersInFormsGo() {
        ChatEvent event = new Talk("web", "c")
                .event(
                        "chat.form.submitted",
                        0,
                        "e",
                        "{'id':'4111111111111111','answers':{'card':4111111111111111,'size':12,"
                                + "'list':[{'note':'4111 1111 1111 1111'}],'phone':'4111111111111111'}}");

        assertThat(Masking.masked(event).envelope().data().toString())
                .isEqualTo(("{'id':'4111111111111111','answers':{'card':'" + CARD + "','size':12,'list':[{'note':'"
                                + CARD + "'}],'phone':'4111111111111111'}}")
                        .replace('\'', '"'));
    }

    @Test
    void anEventWithNothingToHideStaysTheSameObject() {
        ChatEvent event = new Talk("web", "c").says("visitor", 0, "m", "Hello");

        assertThat(Masking.masked(event)).isSameAs(event);
    }

    /** A megabyte is the most that one event may bring; a pattern that runs over it again and again takes minutes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJ",
                "eyJ-",
                "eyJaaaaaaaaaaa.",
                "1",
                "1 ",
                "4 -",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN A ",
                "-----END ",
                "password",
                "password: ",
                "password is ",
                "密码是",
                "رمز عبور ",
                "DE89 ",
                "DE893704",
                "A1",
                "xoxb-",
                "00D000000000000",
                " ",
                "sk_live_",
                "token token: "
            })
    void aHostileTextTakesNoLongerThanAnother(String piece) {
        String hostile = piece.repeat((1 << 20) / piece.length());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThat(Masking.masked(hostile))
                .isNotNull());
    }

    @Property
    void maskingTwiceChangesNothingMore(@ForAll String text) {
        String once = Masking.masked(text);

        assertThat(Masking.masked(once)).isEqualTo(once);
    }
}
