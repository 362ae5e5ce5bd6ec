package dev.parley.sandbox.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.sandbox.Api;
import dev.parley.sandbox.OrgStories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphQlStoriesTest extends OrgStories {
    private String account;

    @BeforeEach
    void talk() {
        account = make("Account", "{\"Name\":\"Acme\"}");
        conversation("web:1", "2026-11-20T10:00:00Z", "Open", 2);
        conversation("web:2", "2026-11-21T10:00:00Z", "Closed", 4);
        conversation("web:3", "2026-11-22T10:00:00Z", "Open", 6);
        make("Chat_Conversation__c", "{\"External_Id__c\":\"web:elsewhere\"}");
    }

    @Test
    void anAccountsConversationsComeNewestFirstPageByPage() {
        String document =
                """
                query history($account: ID, $after: String) { uiapi { query {
                  Chat_Conversation__c(where: {Account__c: {eq: $account}},
                      orderBy: {Last_Message_At__c: {order: DESC}}, first: 2, after: $after) {
                    totalCount pageInfo { hasNextPage endCursor }
                    edges { cursor node { Id External_Id__c { value } Account__r { Name { value } }
                      Last_Message_At__c { value displayValue } } } } } } }""";
        JsonNode first = ask(admin, document, null).at("/data/uiapi/query/Chat_Conversation__c");
        assertThat(first.at("/totalCount").asInt()).isEqualTo(3);
        assertThat(first.at("/edges/0/node/External_Id__c/value").asText()).isEqualTo("web:3");
        assertThat(first.at("/edges/0/node/Account__r/Name/value").asText()).isEqualTo("Acme");
        assertThat(first.at("/edges/0/node/Last_Message_At__c").toString())
                .isEqualTo("{\"value\":\"2026-11-22T10:00:00.000Z\",\"displayValue\":\"11/22/2026, 10:00 AM\"}");
        assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        JsonNode second = ask(admin, document, first.at("/pageInfo/endCursor").asText())
                .at("/data/uiapi/query/Chat_Conversation__c");
        assertThat(second.at("/edges").size()).isEqualTo(1);
        assertThat(second.at("/edges/0/node/External_Id__c/value").asText()).isEqualTo("web:1");
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void conditionsGoTogetherAsTheyAreWritten() {
        assertThat(found("{Account__c: {eq: $account}, Status__c: {eq: \"Open\"}}"))
                .isEqualTo("web:1 web:3");
        assertThat(found("{or: [{Message_Count__c: {gte: 6}}, {Status__c: {in: [\"Closed\"]}}]}"))
                .isEqualTo("web:2 web:3");
        assertThat(found("{and: [{Account__r: {Name: {like: \"Ac%\"}}}, {not: {Status__c: {ne: \"Closed\"}}}]}"))
                .isEqualTo("web:2");
        assertThat(found("{Last_Message_At__c: {gt: {value: \"2026-11-21T00:00:00Z\"}}}"))
                .isEqualTo("web:2 web:3");
        assertThat(found("{Last_Message_At__c: {lt: {literal: LAST_N_YEARS}}}")).startsWith("refused");
        assertThat(found("{Account__c: {eq: null}}")).isEqualTo("web:elsewhere");
        assertThat(found("{External_Id__c: {eq: \"it's' OR Id != null\"}}")).isEmpty();
    }

    @Test
    void childrenAreEdgesOfTheirParent() {
        String id = conversation("web:9", "2026-11-22T11:00:00Z", "Open", 1);
        make(
                "Chat_Transcript_Part__c",
                "{\"External_Id__c\":\"web:9:0\",\"Conversation__c\":\"%s\",\"Sequence__c\":0,\"Body__c\":\"hi\"}"
                        .formatted(id));
        String document =
                """
                query { uiapi { query { Chat_Conversation__c(where: {External_Id__c: {eq: "web:9"}}) { edges { node {
                  ...parts } } } } } }
                fragment parts on Chat_Conversation__c {
                  Chat_Transcript_Parts__r(orderBy: {Sequence__c: {order: ASC}}) { edges { node { Body__c { value } } } } }""";
        assertThat(ask(admin, document, null).findValuesAsText("value")).containsExactly("hi");
    }

    @Test
    void eachUserGetsWhatTheyMaySee() {
        make(
                "User",
                "{\"Username\":\"ann@x.example\",\"LastName\":\"Ann\",\"Email\":\"a@x.example\",\"Alias\":\"ann\"}");
        Api ann = Api.as(org, "ann@x.example");
        JsonNode refused = ask(ann, "{ uiapi { query { Chat_Conversation__c { totalCount } } } }", null);
        assertThat(refused.at("/data").isNull()).isTrue();
        assertThat(refused.at("/errors/0/message").asText()).contains("Chat_Conversation__c");
        JsonNode plain = ask(ann, "{ uiapi { query { Account { totalCount } } } }", null);
        assertThat(plain.at("/data/uiapi/query/Account/totalCount").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertThat(ask(admin, "{ uiapi {", null)
                        .at("/errors/0/extensions/ErrorType")
                        .asText())
                .isEqualTo("InvalidSyntax");
        assertThat(ask(admin, "{ uiapi { query { Account { edges { node { Nonsense { value } } } } } } }", null)
                        .at("/errors/0/message")
                        .asText())
                .contains("Nonsense");
        assertThat(ask(admin, "mutation { uiapi { query { Account { totalCount } } } }", null)
                        .at("/errors/0/message")
                        .asText())
                .contains("queries only");
    }

    private String found(String where) {
        String document = "query q($account: ID) { uiapi { query { Chat_Conversation__c(where: " + where
                + ", orderBy: {External_Id__c: {order: ASC}}) { edges { node { External_Id__c { value } } } } } } }";
        JsonNode answer = ask(admin, document, null);
        return answer.path("errors").isEmpty()
                ? String.join(" ", answer.findValuesAsText("value"))
                : "refused: " + answer.path("errors");
    }

    private JsonNode ask(Api user, String document, String after) {
        var body = JsonNodeFactory.instance.objectNode().put("query", document);
        body.putObject("variables").put("account", account).put("after", after);
        return user.post("/graphql", body.toString()).body();
    }

    private String conversation(String externalId, String at, String status, int messages) {
        return make(
                "Chat_Conversation__c",
                "{\"External_Id__c\":\"%s\",\"Account__c\":\"%s\",\"Last_Message_At__c\":\"%s\",\"Status__c\":\"%s\",\"Message_Count__c\":%d}"
                        .formatted(externalId, account, at, status, messages));
    }
}
