package dev.parley.sandbox.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.OrgStories;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What visitors' browsers may say, of which one may show a conversation in several tabs. */
class VisitorSocketTest extends OrgStories {
    private final String key = UUID.randomUUID().toString();
    private ChatLine first;
    private ChatLine second;

    @BeforeEach
    void aConversationInTwoTabs() throws InterruptedException {
        first = new ChatLine(org.url(), "site");
        first.tell("{'type':'start','key':'%s','locale':'en','form':{'name':'Eva'}}", key);
        String talk = first.hear("welcome").path("conversation").asText();
        second = new ChatLine(org.url(), "site");
        second.tell("{'type':'hello','conversation':'%s','key':'%s','after':-1}", talk, key);
        second.hear("item");
    }

    @AfterEach
    void bothAreClosed() {
        first.close();
        second.close();
    }

    @Test
    void whatIsReadInOneTabIsReadInTheOther() throws InterruptedException {
        first.tell("{'type':'read','place':1}");

        assertThat(second.hear("seen").path("place").asInt()).isEqualTo(1);
    }

    /** It names the length of its empty body, as browsers do not. */
    @ParameterizedTest
    @ValueSource(strings = {"/site/chat", "/desk/chat"})
    void javasOwnClientIsHeardToo(String path) throws Exception {
        WebSocket line = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(org.url().replace("http", "ws") + path), new WebSocket.Listener() {})
                .get(20, TimeUnit.SECONDS);

        assertThat(line.isInputClosed()).isFalse();
        line.abort();
    }
}
