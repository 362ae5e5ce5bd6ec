package dev.parley.crm.salesforce;

import static dev.parley.crm.salesforce.SalesforceStandIn.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.WriteResult;
import dev.parley.crm.WriteResult.Busy;
import dev.parley.crm.WriteResult.Refused;
import dev.parley.crm.WriteResult.Written;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records meet an org that refuses a whole collection for one value that it cannot read, as Salesforce does. */
class WritingTest {

    private final SalesforceStandIn salesforce = new SalesforceStandIn();
    private final CamelContext camel = new DefaultCamelContext();
    private final SalesforceCrm crm = SalesforceCrm.in(camel, salesforce.settings(), Clock.systemUTC());
    private final Set<String> held = new HashSet<>();

    @BeforeEach
    void start() {
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        salesforce.close();
    }

    @Test
    void eachRecordHasItsOwnResultInTheOrderOfTheList() {
        salesforce.answers(
                json(
                        200,
                        """
                {"compositeResponse":[
                 {"referenceId":"part0","httpStatusCode":200,"body":[
                  {"id":"00Q000000000001AAA","success":true,"created":false,"errors":[]},
                  {"success":false,"errors":[{"statusCode":"STRING_TOO_LONG","message":"too long","fields":["LastName"]}]}]},
                 {"referenceId":"part1","httpStatusCode":200,"body":[{"success":true,"errors":[]}]},
                 {"referenceId":"part2","httpStatusCode":200,"body":[
                  {"id":"00T000000000001AAA","success":true,"errors":[]},
                  {"success":false,"errors":[{"statusCode":"UNABLE_TO_LOCK_ROW","message":"locked","fields":[]}]}]}]}"""));

        List<WriteResult> results = crm.write(List.of(
                Records.lead(1),
                Records.update("Contact", "003000000000001AAA", Map.of()),
                Records.insert("Task", Map.of()),
                Records.insert("Task", Map.of()),
                Records.lead(2)));

        assertThat(salesforce.requests).hasSize(1);
        assertThat(results)
                .containsExactly(
                        new Written("00Q000000000001AAA", false),
                        new Written("003000000000001AAA", false),
                        new Written("00T000000000001AAA", true),
                        new Busy("UNABLE_TO_LOCK_ROW", "locked"),
                        new Refused("STRING_TOO_LONG", "too long", List.of("LastName"), List.of()));
    }

    @Test
    void anObjectThatTheOrgDoesNotKnowRefusesEachOfItsRecords() {
        salesforce.answers(
                json(
                        200,
                        """
                {"compositeResponse":[{"referenceId":"part0","httpStatusCode":404,"body":[
                 {"errorCode":"INVALID_TYPE","message":"sObject type 'Lead' is not supported."}]}]}"""));

        assertThat(crm.write(List.of(Records.lead(1), Records.lead(2))))
                .hasSize(2)
                .containsOnly(
                        new Refused("INVALID_TYPE", "sObject type 'Lead' is not supported.", List.of(), List.of()));
        assertThat(salesforce.requests).hasSize(1);
    }

    @Test
    void oneRecordThatCannotBeReadHoldsBackNoOther() {
        salesforce.answersBy(request -> org(request, name -> name.equals("Visitor 123")));

        List<WriteResult> results = crm.write(conversations(200));

        assertThat(results.get(123)).isInstanceOf(Refused.class);
        // Its conversation has no lead to point to, and is refused for that; all others stand.
        assertThat(results.get(200 + 123)).isInstanceOf(Refused.class);
        assertThat(results).filteredOn(Written.class::isInstance).hasSize(398);
        assertThat(salesforce.requests).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void aMistakeInAllRecordsIsFoundOutInTwoCalls() {
        salesforce.answersBy(request -> org(request, name -> true));

        assertThat(crm.write(IntStream.range(0, 200).mapToObj(Records::lead).toList()))
                .hasSize(200)
                .allMatch(Refused.class::isInstance);
        assertThat(salesforce.requests).hasSize(2);
    }

    @Test
    void theSearchForBadRecordsEndsAndTheRestIsTriedLater() {
        // Every second record is bad, each in its own words, so that no piece tells anything of another.
        salesforce.answersBy(request -> numbered(request));

        List<WriteResult> results =
                crm.write(IntStream.range(0, 200).mapToObj(Records::lead).toList());

        assertThat(salesforce.requests).hasSizeLessThanOrEqualTo(1 + Writing.MOST_EXTRA_CALLS);
        assertThat(results).hasSize(200).doesNotContainNull().anyMatch(Busy.class::isInstance);
    }

    private static List<RecordWrite> conversations(int count) {
        return Stream.concat(
                        IntStream.range(0, count).mapToObj(Records::lead),
                        IntStream.range(0, count).mapToObj(i -> Records.conversation(i, Records.toLead(i))))
                .toList();
    }

    private SalesforceStandIn.Answer numbered(SalesforceStandIn.Request request) {
        return answer(request, records -> {
            for (JsonNode record : records) {
                String name = record.path("LastName").asText();
                if (Integer.parseInt(name.substring(8)) % 2 == 0) {
                    return "cannot read " + name;
                }
            }
            return null;
        });
    }

    private SalesforceStandIn.Answer org(SalesforceStandIn.Request request, Predicate<String> unreadable) {
        return answer(request, records -> {
            for (JsonNode record : records) {
                if (record.has("LastName")
                        && unreadable.test(record.path("LastName").asText())) {
                    return "cannot read it";
                }
            }
            return null;
        });
    }

    private interface Reader {
        /** What it says of records that it cannot read, or null. */
        String read(JsonNode records);
    }

    private SalesforceStandIn.Answer answer(SalesforceStandIn.Request request, Reader reader) {
        ObjectNode reply = SalesforceClient.JSON.createObjectNode();
        ArrayNode parts = reply.putArray("compositeResponse");
        for (JsonNode part : request.json().path("compositeRequest")) {
            JsonNode records = part.path("body").path("records");
            String refusal = reader.read(records);
            ObjectNode answer = parts.addObject().put("httpStatusCode", refusal == null ? 200 : 400);
            answer.set("referenceId", part.path("referenceId"));
            ArrayNode body = answer.putArray("body");
            if (refusal == null) {
                records.forEach(record -> result(record, body.addObject()));
            } else {
                body.addObject().put("errorCode", "JSON_PARSER_ERROR").put("message", refusal);
            }
        }
        return json(200, reply.toString());
    }

    /** A record stands if what it refers to does. */
    private void result(JsonNode record, ObjectNode result) {
        String lead = record.path("Lead__r").path("Chat_Visitor_Id__c").asText("");
        boolean good = lead.isEmpty() || held.contains(lead);
        held.add(record.path("Chat_Visitor_Id__c").asText());
        result.put("success", good).put("id", "00Q000000000001AAA").put("created", true);
        if (!good) {
            result.putArray("errors")
                    .addObject()
                    .put("statusCode", "INVALID_FIELD")
                    .put("message", "not found");
        }
    }
}
