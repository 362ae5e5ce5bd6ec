package dev.parley.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.Api.Answer;
import dev.parley.sandbox.OrgStories;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each error that the plugin has to tell from the others, with its status, code and words. */
class ErrorTextStoriesTest extends OrgStories {
    private static final String LEAD = "{\"LastName\":\"Ek\",\"Company\":\"N\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            GET    | /query?q=SELECT+Id+FROM+LiveChatTranscript  | 400 | INVALID_TYPE       | sObject type 'LiveChatTranscript' is not supported.
            GET    | /query?q=SELECT+Id+FROM+Lead+LIMIT          | 400 | MALFORMED_QUERY    | unexpected token: 'LIMIT'
            GET    | /query                                      | 400 | MALFORMED_QUERY    | SOQL statements cannot be empty or null
            GET    | /query?q=SELECT+Nme+FROM+Lead               | 400 | INVALID_FIELD      | No such column 'Nme' on entity 'Lead'.
            GET    | /query/01g000000000000AAA-2000              | 400 | INVALID_QUERY_LOCATOR | invalid query locator
            GET    | /sobjects/Nonsense                          | 404 | NOT_FOUND          | The requested resource does not exist
            GET    | /sobjects/Lead/00Q000000000000EAA           | 404 | NOT_FOUND          | The requested resource does not exist
            GET    | /sobjects/Lead/Company/N                    | 404 | NOT_FOUND          | Provided external ID field does not exist or is not accessible: Company
            POST   | /sobjects/Lead                              | 400 | REQUIRED_FIELD_MISSING | Required fields are missing: [LastName, Company]
            PATCH  | /sobjects/Lead                              | 405 | METHOD_NOT_ALLOWED | HTTP Method 'PATCH' not allowed. Allowed are HEAD,GET,POST
            DELETE | /limits                                     | 405 | METHOD_NOT_ALLOWED | HTTP Method 'DELETE' not allowed. Allowed are HEAD,GET
            """)
    void aRequestIsRefused(String method, String path, int status, String code, String words) {
        Answer refused = admin.call(method, path, method.equals("GET") || method.equals("DELETE") ? null : "{}");
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.at("/0/errorCode")).isEqualTo(code);
        assertThat(refused.at("/0/message")).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_SESSION_ID, , 401, Session expired or invalid",
        "REQUEST_LIMIT_EXCEEDED, , 403, TotalRequests Limit exceeded.",
        "UNABLE_TO_LOCK_ROW, , 400, unable to obtain exclusive access to this record",
        "UNABLE_TO_LOCK_ROW, 500, 500, unable to obtain exclusive access to this record",
        "FIELD_CUSTOM_VALIDATION_EXCEPTION, , 400, ",
        "SERVER_UNAVAILABLE, 503, 503, ",
    })
    void aFaultComesWithItsStatusAndWords(String code, Integer asked, int status, String words) {
        String more = asked == null ? "" : ",\"status\":" + asked;
        admin.call(
                "PUT", "/sandbox/faults", "[{\"match\":\"sobjects/Lead\",\"errorCode\":\"" + code + "\"" + more + "}]");
        Answer refused = plugin.post("/sobjects/Lead", LEAD);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.at("/0/errorCode")).isEqualTo(code);
        assertThat(refused.at("/0/message")).isNotBlank().contains(words == null ? "" : words);
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        Answer refused = admin.put("/sobjects/Lead", "<Lead/>", "application/xml");
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.at("/0/errorCode")).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @CsvSource({"Task, Subject, 255", "Task, Description, 32000", "Chat_Transcript_Part__c, Body__c, 131072"})
    void aTextIsAsLongAsItsFieldTakes(String type, String field, int most) {
        assertThat(admin.post("/sobjects/" + type, text(type, field, most)).status())
                .isEqualTo(201);
        Answer refused = admin.post("/sobjects/" + type, text(type, field, most + 1));
        assertThat(refused.at("/0/errorCode")).isEqualTo("STRING_TOO_LONG");
        assertThat(refused.at("/0/message")).contains("(max length=" + most + ")");
    }

    private String text(String type, String field, int length) {
        String text = "\"" + field + "\":\"" + "x".repeat(length) + "\"";
        if (type.equals("Task")) {
            return "{" + text + "}";
        }
        String conversation =
                make("Chat_Conversation__c", "{\"External_Id__c\":\"web:" + length + "\",\"Source__c\":\"web\"}");
        return "{\"Conversation__c\":\"%s\",\"External_Id__c\":\"web:%d:1\",\"Sequence__c\":1,%s}"
                .formatted(conversation, length, text);
    }

    @Test
    void anExternalIdWithASlashInItIsFoundByNoUrl() {
        make("Lead", LEAD.replace("}", ",\"Chat_Visitor_Id__c\":\"a/b\"}"));
        assertThat(admin.get("/sobjects/Lead/Chat_Visitor_Id__c/a%2Fb").status())
                .isEqualTo(404);
    }

    @Test
    void aGraphRequestHasFiveHundredNodesAndFifteenKindsAtMost() {
        assertThat(graph(501, number -> "POST /sobjects/Lead").at("/0/message")).contains("nodes", "500");
        String[] types = {"Lead", "Contact", "Account", "Task", "Event", "Case", "Opportunity", "Campaign"};
        Answer kinds = graph(
                16,
                number -> number < 8
                        ? "POST /sobjects/" + types[number]
                        : "DELETE /sobjects/" + types[number - 8] + "/00Q000000000000AAA");
        assertThat(kinds.at("/0/errorCode")).isEqualTo("LIMIT_EXCEEDED");
        assertThat(kinds.at("/0/message")).contains("different nodes", "15");
    }

    private Answer graph(int nodes, IntFunction<String> node) {
        String requests = IntStream.range(0, nodes)
                .mapToObj(number -> {
                    String[] asked = node.apply(number).split(" ");
                    String body = asked[0].equals("POST") ? ",\"body\":" + LEAD : "";
                    return "{\"method\":\"" + asked[0] + "\",\"url\":\"/services/data/v62.0" + asked[1]
                            + "\",\"referenceId\":\"n" + number + "\"" + body + "}";
                })
                .collect(Collectors.joining(","));
        return admin.post(
                "/composite/graph", "{\"graphs\":[{\"graphId\":\"g\",\"compositeRequest\":[" + requests + "]}]}");
    }
}
