package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever watches the server reads what is wrong as it is meant. */
class HealthRoutesTest {

    private static final String TROUBLE = "salesforce/lead.yaml:8:3 says \"when\": é\\n'later'.";

    @TempDir
    Path folder;

    private StaffedDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new StaffedDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theServerThatIsWellSaysSo() throws Exception {
        for (String path : new String[] {"/q/health", "/q/health/ready", "/q/health/live"}) {
            HttpResponse<String> answer = desk.get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(json(answer).path("status").asText()).isEqualTo("UP");
        }
    }

    @Test
    void aMessageIsWrittenAsItIs() throws Exception {
        desk.watch(new Troubled());

        HttpResponse<String> answer = desk.get("/q/health");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(json(answer).path("status").asText()).isEqualTo("DOWN");
        assertThat(json(answer).path("checks"))
                .anySatisfy(check -> assertThat(check.path("message").asText()).isEqualTo(TROUBLE));
    }

    @Test
    void whatCanWaitIsNoReasonToSendNoMoreEvents() throws Exception {
        desk.watch(new Troubled());

        assertThat(desk.get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(desk.get("/q/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void aMailboxThatIsAwayIsNoReasonEither() throws Exception {
        desk.add(new RouteBuilder() {
            @Override
            public void configure() {
                from("imap://127.0.0.1:9?username=in&password=hush&initialDelay=0&delay=50")
                        .routeId("read-mailbox")
                        .log("read");
            }
        });

        await("what is read elsewhere fails")
                .untilAsserted(
                        () -> assertThat(desk.get("/q/health").body()).contains("consumer:read-mailbox", "DOWN"));

        HttpResponse<String> ready = desk.get("/q/health/ready");
        assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }

    private static final class Troubled extends AbstractHealthCheck {
        Troubled() {
            super("parley", "troubled");
        }

        @Override
        protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
            builder.message(TROUBLE).down();
        }

        @Override
        public boolean isReadiness() {
            return false;
        }

        @Override
        public boolean isLiveness() {
            return false;
        }
    }
}
