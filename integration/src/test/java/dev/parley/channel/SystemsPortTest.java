package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** With the port 0 the system chooses one, and the server answers there as anywhere. */
class SystemsPortTest {

    @Test
    void answersAtThePortThatTheSystemChose() throws Exception {
        try (TestServer server = TestServer.startAnywhere()) {
            HttpRequest broken =
                    HttpRequest.newBuilder(server.http("/nothing-here")).build();

            HttpResponse<String> answer = HttpClient.newHttpClient().send(broken, HttpResponse.BodyHandlers.ofString());

            assertThat(server.port()).isPositive();
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }
}
