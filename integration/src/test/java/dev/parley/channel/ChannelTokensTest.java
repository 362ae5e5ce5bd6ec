package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.conversation.ChatEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may send, and for what. */
class ChannelTokensTest {

    private static final String WEB = "token-of-the-web-site";
    private static final String ALL = "dG9rZW4tb2YtYWxsIQ==";

    @Test
    void aTokenSendsForTheSourcesItNamesAndAStarForAll() {
        Senders senders = senders(ChannelTokens.parse(WEB + "=web, shop ;" + ALL + "=*"));

        assertThatCode(() -> permit(senders, WEB, "shop")).doesNotThrowAnyException();
        assertThatCode(() -> permit(senders, ALL, "anything")).doesNotThrowAnyException();
        assertThat(refusal(senders, WEB, "phone").status()).isEqualTo(403);
    }

    @Test
    void theFileSaysTheSameALineEach(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("tokens"), "# the site\n" + WEB + " = web\n\n" + ALL + " = *\n");

        Senders senders = senders(ChannelTokens.read(file).and(ChannelTokens.parse("a-third-token-of-ours=phone")));

        assertThatCode(() -> permit(senders, WEB, "web")).doesNotThrowAnyException();
        assertThatCode(() -> permit(senders, "a-third-token-of-ours", "phone")).doesNotThrowAnyException();
    }

    @Test
    void withoutTokensNobodySends() {
        ChannelTokens none = ChannelTokens.parse(" ");

        assertThat(none.isEmpty()).isTrue();
        assertThat(refusal(senders(none), WEB, "web").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Basic token-of-the-web-site",
                "token-of-the-web-site",
                "Bearer token-of-the-web-sit"
            })
    void whatIsNoKnownBearerTokenIsRefused(String authorization) {
        Senders senders = senders(ChannelTokens.parse(WEB + "=web"));

        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> senders.authenticate(authorization));

        assertThat(refusal.problem().status()).isEqualTo(401);
        assertThat(refusal.problem().headers()).containsKey("WWW-Authenticate");
    }

    @Test
    void theNameOfTheSchemeMayBeWrittenAsOneLikes() {
        assertThat(senders(ChannelTokens.parse(WEB + "=web")).authenticate("bearer  " + WEB))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short=web",
                "token-without-any-source",
                "token-without-any-source=",
                "token with spaces in it=web",
                "tökentökentökentöken=web"
            })
    void aBrokenEntryIsNamedWithoutTellingTheToken(String entry) {
        assertThatThrownBy(() -> ChannelTokens.parse(WEB + "=web;" + entry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("entry 2")
                .hasMessageNotContaining(entry.replaceFirst("=.*", ""));
    }

    @Test
    void theSameTokenTwiceIsAMistake() {
        assertThatThrownBy(() -> ChannelTokens.parse(WEB + "=web;" + WEB + "=shop"))
                .hasMessageContaining("entry 2")
                .hasMessageNotContaining(WEB);
    }

    @Test
    void noTokenIsEverPrinted() {
        assertThat(ChannelTokens.parse(WEB + "=web").grants().toString()).doesNotContain(WEB);
    }

    private static Senders senders(ChannelTokens tokens) {
        return new Senders(tokens, 1_000, System::nanoTime);
    }

    private static void permit(Senders senders, String token, String source) {
        String json = Samples.message("e-1").replace("\"web\"", "\"" + source + "\"");
        List<ChatEvent> events = new EventReader(Samples.CLOCK).read(Samples.bytes(json), Samples.ONE);
        senders.permit(senders.admit("Bearer " + token), events, Samples.ONE);
    }

    private static Problem refusal(Senders senders, String token, String source) {
        return catchThrowableOfType(ProblemException.class, () -> permit(senders, token, source))
                .problem();
    }
}
