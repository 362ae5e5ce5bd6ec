package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The routes from a webhook to the inbox, without a server around them. */
class WebhookRoutesTest extends CamelTestSupport {

    private final Shop shop = new Shop();
    private final RecordingInbox inbox = new RecordingInbox();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Override
    protected RoutesBuilder[] createRouteBuilders() {
        ChannelTokens none = ChannelTokens.parse("");
        Channels channels = new Channels(none, ChannelSettings.DEFAULTS, Samples.CLOCK, meters, shop.webhooks());
        return channels.routes(inbox).stream()
                .filter(routes -> !(routes instanceof ChannelRoutes) && !(routes instanceof DocumentRoutes))
                .map(RoutesBuilder.class::cast)
                .toArray(RoutesBuilder[]::new);
    }

    @Override
    public void doPostSetup() throws Exception {
        context.addRoutes(new org.apache.camel.builder.RouteBuilder() {
            @Override
            public void configure() {
                from("direct:fold-events").errorHandler(noErrorHandler()).bean(inbox, "receive");
            }
        });
    }

    @AfterEach
    void closeTheStore() {
        shop.close();
    }

    @Test
    void aSignedBodyIsTakenOnceAndAnsweredAsTheServiceExpects() {
        Exchange first = post("shop", Shop.message("m-1", "Hello"));
        Exchange again = post("shop", Shop.message("m-1", "Hello"));

        assertThat(status(first)).isEqualTo(200);
        assertThat(body(first)).isEqualTo("{\"accepted\":1,\"duplicates\":0}");
        assertThat(body(again)).isEqualTo("{\"accepted\":0,\"duplicates\":1}");
        assertThat(inbox.ids()).containsExactly("message-m-1");
        assertThat(webhooks("shop", "taken")).isEqualTo(2);
    }

    @Test
    void aBodyThatSaysNothingOfInterestIsASuccessToo() {
        assertThat(body(post("shop", "{\"typing\": true}")))
                .isEqualTo("{\"accepted\":0,\"duplicates\":0,\"ignored\":1}");
        assertThat(webhooks("shop", "ignored")).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsKeptWholeAndNoneOfItIsStored() {
        String body = "{\"chat\": \"c\", \"messages\": [{\"id\": \"a\", \"text\": \"x\"}, {\"id\": \"b\"}]}";

        Exchange answer = post("shop", body);

        assertThat(status(answer)).isEqualTo(200);
        assertThat(body(answer)).isEqualTo("{\"accepted\":0,\"duplicates\":0,\"kept\":1}");
        assertThat(inbox.ids()).isEmpty();
        assertThat(shop.unread().list()).singleElement().satisfies(entry -> {
            assertThat(entry.source()).isEqualTo("shop");
            assertThat(entry.place()).isEqualTo("sources/shop.yaml:9:57");
            assertThat(entry.reason()).isEqualTo("the event would be wrong: /data/text is required");
            assertThat(shop.unread().find(entry.id()).orElseThrow().bytes()).isEqualTo(Samples.bytes(body));
        });
        assertThat(webhooks("shop", "kept")).isEqualTo(1);
    }

    @Test
    void aKeptBodyIsReadOnceItsFileIsMended() {
        post(
                "till",
                "customer=7",
                "text/plain",
                Map.of("x-till-token", Shop.SECRET, "accept-language", "x".repeat(1001)));
        String id = shop.unread().list().get(0).id();
        Channels channels =
                new Channels(ChannelTokens.parse(""), ChannelSettings.DEFAULTS, Samples.CLOCK, meters, shop.webhooks());
        Rereading rereading = new Rereading(shop.unread(), List.of(channels.rereader(inbox)));
        assertThat(shop.unread().find(id).orElseThrow().context()).doesNotContain(Shop.SECRET);

        shop.save("till", "locale: headers.`accept-language`", "locale: '$substring(headers.`accept-language`, 0, 5)'");
        rereading.replay(id);

        assertThat(inbox.ids()).containsExactly("customer-7");
        assertThat(shop.unread().list()).isEmpty();
    }

    @Test
    void aFormIsReadByItsNamesAndTheStatusIsTheServices() {
        Exchange answer = post(
                "till",
                "customer=7&email=ada%40contoso.example&email=ada.park%40contoso.example",
                "application/x-www-form-urlencoded",
                Map.of("x-till-token", Shop.SECRET));

        assertThat(status(answer)).isEqualTo(204);
        assertThat(body(answer)).isNull();
        assertThat(inbox.ids()).containsExactly("customer-7");
    }

    @Test
    void aFormOfTooManyFieldsIsRefusedRatherThanCut() {
        Map<String, String> headers = Map.of("x-till-token", Shop.SECRET);
        String most = "filler=1&".repeat(999) + "customer=8";

        assertThat(status(post("till", most, null, headers))).isEqualTo(204);
        assertThat(problem(post("till", "filler=1&" + most, null, headers), 413))
                .contains("at most 1000 fields");
        assertThat(inbox.ids()).containsExactly("customer-8");
    }

    @Test
    void aTokenInTheBodyIsLookedForThere() {
        String good = Shop.message("m-2", "x").replaceFirst("\\{", "{\"secret\": \"" + Shop.SECRET + "\", ");

        assertThat(status(post("inside", good, null, Map.of()))).isEqualTo(200);
        assertThat(problem(post("inside", good.replace(Shop.SECRET, "guess"), null, Map.of()), 401))
                .contains("the body at /secret is not the secret")
                .doesNotContain(Shop.SECRET);
        assertThat(problem(post("inside", Shop.message("m", "x"), null, Map.of()), 401))
                .contains("is missing");
        assertThat(problem(post("inside", "{", null, Map.of()), 400)).contains("no valid JSON");
        assertThat(inbox.ids()).containsExactly("message-m-2");
    }

    @Test
    void nobodyElseIsLetIn() {
        String body = Shop.message("m-3", "x");

        assertThat(problem(post("shop", body, null, Map.of()), 401)).contains("X-Shop-Signature");
        assertThat(post("shop", body, null, Map.of()).getMessage().getHeader("WWW-Authenticate"))
                .as("a bearer token would not help")
                .isEqualTo("Webhook-Signature header=\"X-Shop-Signature\"");
        assertThat(problem(post("shop", body, null, Map.of("x-shop-signature", Shop.signature(new byte[0]))), 401))
                .contains("does not fit the body");
        assertThat(problem(post("till", "customer=1", null, Map.of()), 401)).contains("X-Till-Token");
        assertThat(problem(post("till", "customer=1", null, Map.of("x-till-token", "guess")), 401))
                .contains("is not the secret");
        assertThat(problem(post("new", body), 403)).contains("Set source.new.secret");
        assertThat(problem(post("nowhere", body), 404)).contains("mappings init --source nowhere");
        assertThat(inbox.ids()).isEmpty();
    }

    @Test
    void onlyASourceThatAsksForItIsOpen() {
        assertThat(status(post("open", Shop.message("m-4", "x"), null, Map.of())))
                .isEqualTo(200);
        assertThat(inbox.ids()).containsExactly("message-m-4");
    }

    @Test
    void whileTheStoreIsAwayTheServiceIsAskedToSendAgain() {
        inbox.refuse(event -> true);

        assertThat(problem(post("shop", Shop.message("m-5", "x")), 503)).doesNotContain("the store says no");
        assertThat(shop.unread().list()).isEmpty();
    }

    @Test
    void theAddressIsCheckedWithTheSecret() {
        Map<String, String> right =
                Map.of("hub.mode", "subscribe", "hub.verify_token", Shop.SECRET, "hub.challenge", "1158201444");
        Exchange answer = get("page", right);

        assertThat(status(answer)).isEqualTo(200);
        assertThat(body(answer)).isEqualTo("1158201444");
        assertThat(answer.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("text/plain; charset=utf-8");
        assertThat(problem(get("page", Map.of("hub.mode", "subscribe")), 400)).contains("not how Shop chat checks");
        assertThat(problem(
                        get("page", Map.of("hub.mode", "subscribe", "hub.verify_token", "x", "hub.challenge", "1")),
                        403))
                .contains("not that of this source");
        assertThat(problem(get("shop", right), 405)).contains("asks nothing of it");
        assertThat(problem(get("nowhere", right), 404)).contains("no source file");
    }

    private Exchange post(String source, String body) {
        return post(source, body, "application/json", Map.of("x-shop-signature", Shop.signature(Samples.bytes(body))));
    }

    private Exchange post(String source, String body, String contentType, Map<String, String> headers) {
        return send("direct:receive-webhook", source, body, contentType, headers, Map.of());
    }

    private Exchange get(String source, Map<String, String> query) {
        return send("direct:answer-challenge", source, "", null, Map.of(), query);
    }

    private Exchange send(
            String route,
            String source,
            String body,
            String contentType,
            Map<String, String> headers,
            Map<String, String> query) {
        WebhookCall call =
                new WebhookCall(source, contentType, Samples.bytes(body), headers, query, Samples.CLOCK.instant());
        return template.request(route, exchange -> exchange.getMessage().setBody(call));
    }

    private double webhooks(String source, String outcome) {
        return meters.counter("parley.webhooks", "source", source, "outcome", outcome)
                .count();
    }

    private static String problem(Exchange answer, int status) {
        assertThat(status(answer)).isEqualTo(status);
        assertThat(answer.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/problem+json");
        return body(answer);
    }

    private static int status(Exchange answer) {
        return answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    }

    private static String body(Exchange answer) {
        return answer.getMessage().getBody(String.class);
    }
}
