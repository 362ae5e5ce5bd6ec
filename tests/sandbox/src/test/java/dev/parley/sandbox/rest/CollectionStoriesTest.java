package dev.parley.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.Api.Answer;
import dev.parley.sandbox.OrgStories;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CollectionStoriesTest extends OrgStories {
    private static final String CONVERSATIONS = "/composite/sobjects/Chat_Conversation__c/External_Id__c";

    private static String conversations(String allOrNone, String... records) {
        return "{\"allOrNone\":" + allOrNone + ",\"records\":["
                + Arrays.stream(records)
                        .map(record -> "{\"attributes\":{\"type\":\"Chat_Conversation__c\"}," + record + "}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    @Test
    void eachRecordOfAnUpsertHasItsOwnResult() {
        Answer first = plugin.patch(
                CONVERSATIONS,
                conversations(
                        "false",
                        "\"External_Id__c\":\"web:1\"",
                        "\"External_Id__c\":\"web:2\",\"Status__c\":\"Lost\""));
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().at("/0/created").booleanValue()).isTrue();
        assertThat(first.body().at("/1/success").booleanValue()).isFalse();
        assertThat(first.at("/1/errors/0/statusCode")).isEqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
        assertThat(first.at("/1/errors/0/message")).isEqualTo("Status: bad value for restricted picklist field: Lost");

        Answer second = plugin.patch(
                CONVERSATIONS, conversations("false", "\"External_Id__c\":\"web:1\",\"Status__c\":\"Closed\""));
        assertThat(second.body().at("/0/created").booleanValue()).isFalse();
        assertThat(second.at("/0/id")).isEqualTo(first.at("/0/id"));
    }

    @Test
    void allOrNoneTakesTheOthersBack() {
        Answer answer = plugin.patch(
                CONVERSATIONS,
                conversations(
                        "true", "\"External_Id__c\":\"web:1\"", "\"External_Id__c\":\"web:2\",\"Status__c\":\"Lost\""));
        assertThat(answer.at("/0/errors/0/statusCode")).isEqualTo("ALL_OR_NONE_OPERATION_ROLLED_BACK");
        assertThat(answer.at("/0/errors/0/message"))
                .isEqualTo("Record rolled back because not all records were valid and the request was using"
                        + " AllOrNone header");
        assertThat(admin.query("SELECT COUNT() FROM Chat_Conversation__c").at("/totalSize"))
                .isEqualTo("0");
    }

    @Test
    void anExternalIdThatStandsTwiceIsRefusedBothTimes() {
        Answer answer = plugin.patch(
                CONVERSATIONS,
                conversations(
                        "false",
                        "\"External_Id__c\":\"web:1\"",
                        "\"External_Id__c\":\"web:2\"",
                        "\"External_Id__c\":\"web:1\""));
        assertThat(answer.body())
                .extracting(result -> result.get("success").booleanValue())
                .containsExactly(false, true, false);
        assertThat(answer.at("/2/errors/0/statusCode")).isEqualTo("DUPLICATE_VALUE");
        assertThat(answer.at("/2/errors/0/message")).isEqualTo("Duplicate external id specified: web:1");
    }

    @Test
    void aFieldThatIsNotThereFailsTheWholeRequest() {
        Answer answer = plugin.patch(
                CONVERSATIONS,
                conversations(
                        "false", "\"External_Id__c\":\"web:1\"", "\"External_Id__c\":\"web:2\",\"Nonsense__c\":1"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/0/errorCode")).isEqualTo("INVALID_FIELD");
        assertThat(answer.at("/0/message"))
                .isEqualTo("No such column 'Nonsense__c' on sobject of type Chat_Conversation__c");
    }

    @Test
    void moreThanTwoHundredRecordsAreTooMany() {
        String[] records = IntStream.rangeClosed(1, 201)
                .mapToObj(number -> "\"External_Id__c\":\"web:" + number + "\"")
                .toArray(String[]::new);
        Answer answer = plugin.patch(CONVERSATIONS, conversations("false", records));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/0/errorCode")).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void recordsOfMixedTypesMakeTenChunksAtMost() {
        String mixed = IntStream.rangeClosed(1, 11)
                .mapToObj(number -> number % 2 == 0
                        ? "{\"attributes\":{\"type\":\"Account\"},\"Name\":\"A\"}"
                        : "{\"attributes\":{\"type\":\"Contact\"},\"LastName\":\"C\"}")
                .collect(Collectors.joining(","));
        Answer answer = admin.post("/composite/sobjects", "{\"records\":[" + mixed + "]}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/0/message")).startsWith("Cannot have more than 10 chunks in a single operation.");
    }

    @Test
    void recordsAreMadeChangedReadAndDeletedTogether() {
        Answer made = admin.post(
                "/composite/sobjects",
                """
                {"records":[{"attributes":{"type":"Account"},"Name":"Acme"},
                            {"attributes":{"type":"Contact"},"LastName":"Ek"}]}""");
        String account = made.at("/0/id");
        String contact = made.at("/1/id");
        Answer changed = admin.patch(
                "/composite/sobjects",
                """
                {"records":[{"attributes":{"type":"Account"},"id":"%s","Phone":"1"},
                            {"attributes":{"type":"Contact"},"id":"%s","Title":"Buyer"},
                            {"attributes":{"type":"Contact"},"Title":"Nobody"}]}"""
                        .formatted(account, account));
        assertThat(changed.at("/0/id")).isEqualTo(account);
        assertThat(changed.at("/1/errors/0/statusCode")).isEqualTo("MALFORMED_ID");
        assertThat(changed.at("/1/errors/0/message")).isEqualTo("Contact ID: id value of incorrect type: " + account);
        assertThat(changed.at("/2/errors/0/message")).isEqualTo("Id not specified in an update call");

        Answer read = admin.get("/composite/sobjects/Account?ids=" + account + "," + contact + "&fields=Name,Phone");
        assertThat(read.at("/0/Phone")).isEqualTo("1");
        assertThat(read.body().get(1).isNull()).isTrue();
        assertThat(admin.post("/composite/sobjects/Account", "{\"ids\":[\"" + account + "\"],\"fields\":[\"Name\"]}")
                        .at("/0/Name"))
                .isEqualTo("Acme");

        Answer deleted = admin.delete("/composite/sobjects?ids=" + account + "," + contact);
        assertThat(deleted.body())
                .allMatch((JsonNode result) -> result.get("success").booleanValue());
        assertThat(admin.delete("/composite/sobjects?ids=" + account).at("/0/errors/0/statusCode"))
                .isEqualTo("ENTITY_IS_DELETED");
    }

    @Test
    void aDetailFindsItsMasterByExternalId() {
        plugin.patch(CONVERSATIONS, conversations("false", "\"External_Id__c\":\"web:1\""));
        Answer part = plugin.patch(
                "/composite/sobjects/Chat_Transcript_Part__c/External_Id__c",
                """
                {"records":[{"attributes":{"type":"Chat_Transcript_Part__c"},"External_Id__c":"web:1:1",
                  "Sequence__c":1,"Body__c":"{}","Conversation__r":{"External_Id__c":"web:1"}}]}""");
        assertThat(part.body().at("/0/success").booleanValue()).as(part.text()).isTrue();
        assertThat(admin.query("SELECT Id, (SELECT Id FROM Chat_Transcript_Parts__r) FROM Chat_Conversation__c")
                        .at("/records/0/Chat_Transcript_Parts__r/totalSize"))
                .isEqualTo("1");
    }
}
