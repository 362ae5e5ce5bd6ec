package dev.parley.crm.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.RecordWrite.Duplicates;
import dev.parley.crm.RecordWrite.Options;
import dev.parley.crm.RecordWrite.Target;
import dev.parley.crm.Reference;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompositeRequestTest {

    private static final SalesforceSettings SETTINGS = new SalesforceSettings(
            URI.create("https://acme.my.salesforce.com"), "id", "secret", "62.0", Duration.ofSeconds(30), 100);

    @Test
    void anUpsertGoesByItsExternalIdAndNamesOthersByTheirs() throws Exception {
        assertThat(subrequests(Records.conversation(7, Records.toLead(3))))
                .isEqualTo(
                        json(
                                """
                [{"referenceId":"part0","method":"PATCH",
                  "url":"/services/data/v62.0/composite/sobjects/Chat_Conversation__c/External_Id__c",
                  "httpHeaders":{"Sforce-Auto-Assign":"FALSE",
                    "Sforce-Duplicate-Rule-Header":"allowSave=true; includeRecordDetails=true"},
                  "body":{"allOrNone":false,"records":[
                    {"attributes":{"type":"Chat_Conversation__c"},"External_Id__c":"site:7",
                     "Lead__r":{"Chat_Visitor_Id__c":"site:v3"}}]}}]"""));
    }

    @Test
    void anUpdateGoesByIdAndAnInsertIsPosted() throws Exception {
        Map<String, Object> blanked = new LinkedHashMap<>();
        blanked.put("Summary__c", null);
        blanked.put("Score__c", 4.5);
        blanked.put("Done__c", true);
        JsonNode parts = subrequests(
                Records.update("Contact", "003000000000001AAA", blanked),
                Records.insert("Task", Map.of("Subject", "x")));

        assertThat(parts.get(0).path("method").asText()).isEqualTo("PATCH");
        assertThat(parts.get(0).path("url").asText()).isEqualTo("/services/data/v62.0/composite/sobjects");
        assertThat(parts.get(0).path("body").path("records").get(0))
                .isEqualTo(
                        json(
                                """
                        {"attributes":{"type":"Contact"},"Id":"003000000000001AAA",
                         "Summary__c":null,"Score__c":4.5,"Done__c":true}"""));
        assertThat(parts.get(1).path("method").asText()).isEqualTo("POST");
    }

    @ParameterizedTest
    @CsvSource({
        "Lead__c, Lead__r, {\"Key__c\":\"k\"}",
        "AccountId, Account, {\"Key__c\":\"k\"}",
        "WhoId, Who, '{\"attributes\":{\"type\":\"Lead\"},\"Key__c\":\"k\"}'"
    })
    void aReferenceStandsUnderItsRelationship(String field, String relationship, String expected) throws Exception {
        RecordWrite write = Records.insert("Task", Map.of(field, new Reference("Lead", "Key__c", "k")));

        JsonNode record = subrequests(write).get(0).path("body").path("records").get(0);
        assertThat(record.path(relationship)).isEqualTo(json(expected));
        assertThat(record.has(field)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "none, ALLOW, FALSE, allowSave=true; includeRecordDetails=true",
        "rules, USE_MATCH, TRUE, allowSave=false",
        "01Q000000000001AAA, REVIEW, 01Q000000000001AAA, allowSave=false"
    })
    void theRulesThatShallRunAreAlwaysSaid(String assignment, Duplicates duplicates, String assign, String duplicate)
            throws Exception {
        RecordWrite write = new RecordWrite("Lead", new Target.New(), Map.of(), new Options(assignment, duplicates));

        JsonNode headers = subrequests(write).get(0).path("httpHeaders");
        assertThat(headers.path("Sforce-Auto-Assign").asText()).isEqualTo(assign);
        assertThat(headers.path("Sforce-Duplicate-Rule-Header").asText()).isEqualTo(duplicate);
    }

    @Test
    void subrequestsAreIndependentAndInOrder() throws Exception {
        JsonNode body = SalesforceClient.JSON.readTree(CompositeRequest.reading(List.of("/a", "/b")));

        assertThat(body.path("allOrNone").asBoolean(true)).isFalse();
        assertThat(body.path("collateSubrequests").asBoolean(true)).isFalse();
        assertThat(body.path("compositeRequest"))
                .isEqualTo(
                        json(
                                """
                [{"referenceId":"part0","method":"GET","url":"/a"},{"referenceId":"part1","method":"GET","url":"/b"}]"""));
    }

    private static JsonNode subrequests(RecordWrite... writes) throws Exception {
        List<RecordCollection.Entry> entries = IntStream.range(0, writes.length)
                .mapToObj(i -> RecordCollection.Entry.of(i, writes[i]))
                .toList();
        byte[] body = CompositeRequest.writing(Chunks.of(entries).get(0), SETTINGS);
        return SalesforceClient.JSON.readTree(body).path("compositeRequest");
    }

    private static JsonNode json(String text) throws Exception {
        return SalesforceClient.JSON.readTree(text);
    }
}
