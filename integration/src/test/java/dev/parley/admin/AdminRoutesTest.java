package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.Talk;
import dev.parley.delivery.ToldCrm;
import dev.parley.mapping.Place;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an admin asks over HTTP, and what the desk says. */
class AdminRoutesTest {

    private static final String BATCH = "application/cloudevents-batch+json";

    @TempDir
    Path folder;

    private final Talk talk = new Talk("web", "c1");
    private StaffedDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new StaffedDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/conversations/web/c1",
        "GET, /v1/status",
        "GET, /v1/dead-letters",
        "POST, /v1/dead-letters/1/replay",
        "POST, /v1/dead-letters/1/discard",
        "POST, /v1/backfill",
        "POST, /v1/reconcile",
        "POST, /v1/mappings/preview"
    })
    void nobodyElseIsLetIn(String method, String path) throws Exception {
        for (String authorization : new String[] {null, "", "Bearer", "Bearer some-other-token", "Basic YTpi"}) {
            HttpResponse<String> answer = desk.send(method, path, authorization);

            assertThat(problem(answer, 401)).contains("admin token");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"parley\"");
        }
    }

    @Test
    void whoNamesNoLanguageReadsReviewsInEnglish() throws Exception {
        assertThat(ok(desk.get("/v1/reviews?limit=100")).path("reviews").isArray())
                .isTrue();
        assertThat(ok(desk.get("/v1/reviews?lang=xx")).path("reviews").isArray())
                .isTrue();
    }

    @Test
    void aConversationIsShown() throws Exception {
        receive(talk.says("visitor", 5, "m1", "Hello"), talk.closed(6));
        assertThat(ok(desk.get("/v1/conversations/web/c1"))
                        .at("/delivery/status")
                        .textValue())
                .isEqualTo("due");
        deliver();

        JsonNode view = ok(desk.get("/v1/conversations/web/c1?camelHttpResponseCode=500&CamelBeanMethodName=replay"));
        assertThat(view.path("id").textValue()).isEqualTo("c1");
        assertThat(desk.parts().links().read(view.path("link").textValue())).contains(talk.key());
        assertThat(view.at("/analysis/stage/name").textValue()).isEqualTo("unknown");
        assertThat(view.at("/analysis/stage/evidence/0/what").textValue())
                .isEqualTo("neither the CRM nor the talk tells");
        assertThat(view.at("/analysis/shown/0/kind").textValue())
                .as("each sign of social presence names the message that shows it")
                .isEqualTo("cohesive");
        assertThat(view.at("/analysis/shown/0/message").textValue()).isEqualTo("m1");
        assertThat(view.at("/analysis/shown/0/words").textValue()).isEqualTo("hello");
        assertThat(view.at("/analysis/score/grade").textValue()).isEqualTo("D");
        assertThat(view.at("/delivery/status").textValue()).isEqualTo("applied");
        assertThat(view.at("/crm/0/url").textValue()).startsWith("https://one.example/lightning/r/Chat_");
    }

    @Test
    void whatWasFoundOfAConversationIsToldInTheLanguageOfWhoAsks() throws Exception {
        receive(
                talk.event("chat.visitor.identified", 1, "i1", "{'visitor':{'email':'ann@gmail.com'}}"),
                talk.says("visitor", 5, "m1", "Hello"));

        JsonNode view = ok(desk.get("/v1/conversations/web/c1?lang=de"));

        assertThat(view.at("/identity/evidence").toString())
                .contains("die Domain gmail.com gehört einem öffentlichen Anbieter");
        assertThat(view.at("/analysis/stage/name").textValue()).isEqualTo("unknown");
        assertThat(view.at("/analysis/stage/evidence/0/what").textValue())
                .isEqualTo("weder das CRM noch das Gespräch sagt es");
        assertThat(view.at("/analysis/score/reasons").findValuesAsText("name"))
                .as("the names of the file")
                .contains("can be reached");
        assertThat(view.at("/analysis/score/reasons").findValuesAsText("what")).contains("der Besucher ist erreichbar");
        assertThat(ok(desk.get("/v1/conversations/web/c1?lang=xx"))
                        .at("/analysis/stage/evidence/0/what")
                        .textValue())
                .isEqualTo("neither the CRM nor the talk tells");
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, a%2Fb",
        "a b, a%20b",
        "a+b, a+b",
        "50%, 50%25",
        "grüß-日本-😀, gr%C3%BC%C3%9F-%E6%97%A5%E6%9C%AC-%F0%9F%98%80",
        "a?b#c, a%3Fb%23c"
    })
    void aConversationMayHaveAnyId(String id, String encoded) throws Exception {
        receive(new Talk("web", id).says("visitor", 5, "m1", "Hello"));

        assertThat(ok(desk.get("/v1/conversations/web/" + encoded)).path("id").textValue())
                .isEqualTo(id);
    }

    @Test
    void anUnknownConversationIsNotFound() throws Exception {
        receive(talk.says("visitor", 5, "m1", "Hello"));

        assertThat(problem(desk.get("/v1/conversations/web/c2"), 404)).contains("No conversation");
        assertThat(problem(desk.get("/v1/conversations/shop/c1"), 404)).contains("No conversation");
    }

    @Test
    void aDeadLetterIsListedAndReplayed() throws Exception {
        String letter = refusedLead();

        assertThat(ok(desk.post("/v1/dead-letters/" + letter + "/replay"))
                        .path("sobject")
                        .textValue())
                .isEqualTo("Lead");
        assertThat(ok(desk.get("/v1/dead-letters"))).isEmpty();

        desk.crm().answers(ToldCrm::written);
        desk.crm().sent();
        deliver();
        assertThat(desk.crm().sent()).anySatisfy(call -> assertThat(call).contains("Lead"));
        assertThat(problem(desk.post("/v1/dead-letters/" + letter + "/replay"), 404))
                .contains("no such dead letter");
    }

    @Test
    void aReplayGoesByTheFileThatWasSavedJustBefore() throws Exception {
        String letter = refusedLead();
        Path file = folder.resolve("mappings/salesforce/lead.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("LeadSource: { default: Web }", "LeadSource: { default: Phone Inquiry }"));

        ok(desk.post("/v1/dead-letters/" + letter + "/replay"));

        desk.crm().answers(ToldCrm::written);
        deliver();
        assertThat(desk.crm().fieldsOf("Lead")).containsEntry("LeadSource", "Phone Inquiry");
        assertThat(ok(desk.get("/v1/mappings")).at("/version/note").asText()).isEqualTo("saved in the folder");
    }

    @Test
    void aDeliveryThatCouldNotBeReadStandsAmongThemUntilItCan() throws Exception {
        String good = keep("{}");
        String bad = keep("broken");
        String forgotten = keep("broken too");

        JsonNode letters = ok(desk.get("/v1/dead-letters"));
        assertThat(letters.findValuesAsText("id")).containsExactly(forgotten, bad, good);
        assertThat(letters.findValuesAsText("place")).containsOnly("sources/shop.yaml:8:11");
        assertThat(letters.findValuesAsText("key")).contains("application/json, 2 bytes");
        assertThat(ok(desk.get("/v1/status")).at("/delivery/deadLetters").asInt())
                .isEqualTo(3);

        assertThat(ok(desk.post("/v1/dead-letters/" + good + "/replay"))
                        .path("source")
                        .asText())
                .isEqualTo("shop");
        assertThat(problem(desk.post("/v1/dead-letters/" + bad + "/replay"), 409))
                .contains("it is broken");
        ok(desk.post("/v1/dead-letters/" + forgotten + "/discard"));

        assertThat(ok(desk.get("/v1/dead-letters")).findValuesAsText("id")).containsExactly(bad);
    }

    private String keep(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Place place = new Place("sources/shop.yaml", 8, 11);
        return desk.parts().unread().keep("shop", "application/json", bytes, place, "'id' gives no value");
    }

    @Test
    void aDiscardedDeadLetterIsLeftAlone() throws Exception {
        String letter = refusedLead();

        assertThat(ok(desk.post("/v1/dead-letters/" + letter + "/discard"))
                        .path("id")
                        .textValue())
                .isEqualTo(letter);
        assertThat(ok(desk.get("/v1/dead-letters"))).isEmpty();

        desk.crm().sent();
        deliver();
        assertThat(desk.crm().sent()).isEmpty();
        assertThat(problem(desk.post("/v1/dead-letters/unknown/discard"), 404)).contains("no such dead letter");
    }

    @Test
    void historyMakesNoLeadsUnlessItIsToldTo() throws Exception {
        JsonNode first = ok(desk.post("/v1/backfill", BATCH, history("c1")));
        JsonNode again = ok(desk.post("/v1/backfill?create=false", BATCH, history("c1")));
        assertThat(first.path("accepted").intValue()).isEqualTo(3);
        assertThat(again.path("duplicates").intValue()).isEqualTo(3);
        deliver();
        assertThat(desk.crm().sent().stream().flatMap(List::stream))
                .contains("Chat_Conversation__c")
                .doesNotContain("Lead");

        ok(desk.post("/v1/backfill?create=true", BATCH, history("c2")));
        deliver();
        assertThat(desk.crm().sent().stream().flatMap(List::stream)).contains("Chat_Conversation__c", "Lead");
    }

    @Test
    void historyThatCannotBeReadIsRefused() throws Exception {
        assertThat(problem(desk.post("/v1/backfill", BATCH, "[{}]"), 400)).contains("/0");
        assertThat(problem(desk.post("/v1/backfill", BATCH, ""), 400)).contains("empty");
        assertThat(problem(desk.post("/v1/backfill", "text/plain", "x"), 415)).isNotEmpty();
    }

    @Test
    void whatIsMissingInTheCrmIsProvedAndMended() throws Exception {
        receive(talk.says("visitor", 5, "m1", "Hello"), talk.closed(6));
        deliver();
        desk.crm().sent();

        JsonNode proof = ok(desk.post("/v1/reconcile?since=2026-01-01T00:00:00Z&repair=true"));
        assertThat(proof.path("checked").intValue()).isEqualTo(1);
        assertThat(proof.at("/differences/0/what").textValue()).isEqualTo("record missing");
        deliver();
        assertThat(desk.crm().sent()).hasSize(1);

        assertThat(problem(desk.post("/v1/reconcile?since=yesterday"), 400)).contains("'since'");
    }

    @Test
    void whileTheStoreIsAwayTheAdminIsSentToTheLog() throws Exception {
        desk.parts().database().close();

        assertThat(problem(desk.get("/v1/dead-letters"), 503))
                .isEqualTo("Parley could not answer just now; see its log.");
    }

    private String refusedLead() throws Exception {
        desk.crm().answers(write -> write.sobject().equals("Lead") ? ToldCrm.refused(write) : ToldCrm.written(write));
        receive(
                talk.event("chat.visitor.identified", 1, "i1", "{'visitor':{'email':'ann@one.example'}}"),
                talk.says("visitor", 5, "m1", "Hello"),
                talk.closed(6));
        deliver();
        deliver();
        JsonNode letters = ok(desk.get("/v1/dead-letters"));
        assertThat(letters).hasSize(1);
        assertThat(letters.at("/0/message").textValue()).isEqualTo("No, said the org");
        return letters.at("/0/id").textValue();
    }

    private void receive(ChatEvent... events) {
        desk.parts().conversations().receive(List.of(events));
    }

    private void deliver() {
        desk.parts().delivery().deliver();
    }

    /** A whole conversation of years ago, whose visitor says who they are. */
    private static String history(String conversation) {
        return "["
                + event(conversation, "chat.visitor.identified", "{'visitor':{'email':'ann-%s@one.example'}}")
                + ","
                + event(conversation, "chat.message.posted", "{'id':'m','author':{'role':'visitor'},'text':'Hello'}")
                + ","
                + event(conversation, "chat.conversation.closed", "{'by':'agent'}")
                + "]";
    }

    private static String event(String conversation, String type, String data) {
        return """
                {'specversion':'1.0','id':'%1$s-%2$s','source':'web','type':'%2$s','subject':'%1$s',\
                'time':'2021-03-02T09:30:00Z','data':%3$s}"""
                .formatted(conversation, type, data.formatted(conversation))
                .replace('\'', '"');
    }

    private static JsonNode ok(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        return new ObjectMapper().readTree(answer.body());
    }

    /** Its detail. */
    private static String problem(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        return new ObjectMapper().readTree(answer.body()).path("detail").textValue();
    }
}
