package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An operator stopped the route behind the webhooks' address. */
class StoppedWebhooksTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void theServiceIsAskedToSendAgain() throws Exception {
        try (TestServer server = TestServer.start(ChannelSettings.DEFAULTS)) {
            server.stopRoute("receive-webhook");
            byte[] body = Samples.bytes(Shop.message("while-stopped", "x"));

            HttpResponse<String> answer = CLIENT.send(
                    HttpRequest.newBuilder(server.http("/v1/webhooks/shop"))
                            .timeout(Duration.ofSeconds(20))
                            .header("X-Shop-Signature", Shop.signature(body))
                            .POST(BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
            assertThat(server.inbox().ids()).isEmpty();
        }
    }
}
