package dev.parley.channel;

import static dev.parley.channel.Samples.MANY;
import static dev.parley.channel.Samples.ONE;
import static dev.parley.channel.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The route from a request to the inbox, without a server around it. */
class ReceiveEventsRouteTest extends CamelTestSupport {

    private static final String TOKEN = "a-token-for-the-web-site";

    private final Shop shop = new Shop();
    private final RecordingInbox inbox = new RecordingInbox();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Override
    public void configureTest(TestExecutionConfiguration configuration) {
        configuration.withUseAdviceWith(true);
    }

    @Override
    protected RoutesBuilder[] createRouteBuilders() {
        ChannelTokens tokens = ChannelTokens.parse(TOKEN + "=web");
        ChannelSettings settings = ChannelSettings.DEFAULTS.withEventsPerMinute(10);
        Channels channels = new Channels(tokens, settings, Samples.CLOCK, meters, shop.webhooks());
        return channels.routes(inbox).toArray(RoutesBuilder[]::new);
    }

    @BeforeEach
    void requestsComeFromTheTest() throws Exception {
        for (String route :
                new String[] {"receive-events", "serve-openapi-yaml", "serve-asyncapi-yaml", "serve-events-schema-json"
                }) {
            AdviceWith.adviceWith(context, route, advice -> advice.replaceFromWith("direct:" + route));
        }
        context.start();
    }

    @AfterEach
    void closeTheStore() {
        shop.close();
    }

    @Test
    void anEventIsAnsweredWithAReceiptOnceTheInboxHasIt() {
        Exchange first = send(message("e-1"), ONE);
        Exchange again = send("[" + message("e-1") + "," + message("e-2") + "]", MANY);

        assertThat(status(first)).isEqualTo(202);
        assertThat(body(first)).isEqualTo("{\"accepted\":1,\"duplicates\":0}");
        assertThat(body(again)).isEqualTo("{\"accepted\":1,\"duplicates\":1}");
        assertThat(inbox.ids()).containsExactly("e-1", "e-2");
        assertThat(events("accepted")).isEqualTo(2);
        assertThat(events("duplicate")).isEqualTo(1);
    }

    @Test
    void aBatchWithOneWrongEventIsNotTakenAtAll() throws Exception {
        Exchange answer = send("[" + message("e-1") + "," + message("e-2").replace("visitor", "vistor") + "]", MANY);

        assertThat(status(answer)).isEqualTo(400);
        assertThat(answer.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/problem+json");
        assertThat(problem(answer).at("/errors/0/pointer").textValue()).isEqualTo("/1/data/author/role");
        assertThat(inbox.ids()).isEmpty();
        assertThat(meters.counter("parley.channel.refusals", "status", "400").count())
                .isEqualTo(1);
    }

    @Test
    void whatIsNoJsonIsRefusedAsSuch() throws Exception {
        Exchange answer = send("{\"id\":", ONE);

        assertThat(status(answer)).isEqualTo(400);
        assertThat(problem(answer).at("/errors/0/pointer").textValue()).isEqualTo("/id");
    }

    @Test
    void withoutAKnownTokenNothingIsRead() throws Exception {
        Exchange answer = send("not even JSON", ONE, "Bearer some-other-token-than-that");

        assertThat(status(answer)).isEqualTo(401);
        assertThat(answer.getMessage().getHeader("WWW-Authenticate")).isEqualTo("Bearer realm=\"parley\"");
        assertThat(problem(answer).path("title").textValue()).isEqualTo("Unauthorized");
    }

    @Test
    void aTokenMaySendOnlyForItsSources() throws Exception {
        String foreign = message("e-2").replace("\"web\"", "\"shop\"");

        Exchange answer = send("[" + message("e-1") + "," + foreign + "]", MANY);

        assertThat(status(answer)).isEqualTo(403);
        assertThat(problem(answer).at("/errors/0/pointer").textValue()).isEqualTo("/1/source");
        assertThat(inbox.ids()).isEmpty();
    }

    @Test
    void whoSendsTooMuchIsToldWhenToComeAgain() {
        Exchange answer = null;
        for (int i = 0; i <= 10; i++) {
            answer = send(message("e-" + i), ONE);
        }

        assertThat(status(answer)).isEqualTo(429);
        assertThat(answer.getMessage().getHeader("Retry-After", Integer.class)).isBetween(1, 60);
        assertThat(inbox.ids()).hasSize(10);
    }

    @Test
    void whileTheStoreIsAwayTheSenderIsAskedToSendAgain() throws Exception {
        inbox.refuse(event -> true);

        Exchange answer = send(message("e-1"), ONE);

        assertThat(status(answer)).isEqualTo(503);
        assertThat(answer.getMessage().getHeader("Retry-After")).isEqualTo("5");
        assertThat(problem(answer).path("detail").textValue()).doesNotContain("the store says no");
    }

    @Test
    void nothingThatCameAsAHeaderGoesBackOrFurther() throws Exception {
        AdviceWith.adviceWith(context, "fold-events", route -> route.weaveById("receive")
                .before()
                .to("mock:folding"));

        Exchange answer = send(message("e-1"), ONE);

        assertThat(getMockEndpoint("mock:folding").getExchanges())
                .singleElement()
                .satisfies(
                        folding -> assertThat(folding.getMessage().getHeaders()).isEmpty());
        assertThat(answer.getMessage().getHeaders())
                .containsOnlyKeys(Exchange.HTTP_RESPONSE_CODE, Exchange.CONTENT_TYPE);
    }

    @Test
    void theInterfaceIsDescribed() {
        assertThat(template.requestBody("direct:serve-openapi-yaml", null, String.class))
                .startsWith("openapi: 3.1");
        assertThat(template.requestBody("direct:serve-asyncapi-yaml", null, String.class))
                .startsWith("asyncapi: 3.0");
        assertThat(template.requestBody("direct:serve-events-schema-json", null, String.class))
                .contains("chat.message.posted");
    }

    private Exchange send(String body, String contentType) {
        return send(body, contentType, "Bearer " + TOKEN);
    }

    private Exchange send(String body, String contentType, String authorization) {
        Map<String, Object> headers = Map.of(
                "Authorization", authorization,
                "Content-Type", contentType,
                "camelHttpPath", "/elsewhere",
                "CAMELFILENAME", "x",
                "kafka.KEY", "x");
        return template.request("direct:receive-events", exchange -> {
            exchange.getMessage().setHeaders(new HashMap<>(headers));
            exchange.getMessage().setBody(Samples.bytes(body));
        });
    }

    private double events(String outcome) {
        return meters.counter("parley.channel.events", "outcome", outcome).count();
    }

    private static int status(Exchange answer) {
        return answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    }

    private static String body(Exchange answer) {
        return answer.getMessage().getBody(String.class);
    }

    private static JsonNode problem(Exchange answer) throws JsonProcessingException {
        return new ObjectMapper().readTree(body(answer));
    }
}
