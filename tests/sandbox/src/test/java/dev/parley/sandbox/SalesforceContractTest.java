package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Parley takes for granted of Salesforce, told to the sandbox org and, where SALESFORCE_URL, SALESFORCE_CLIENT_ID
 * and SALESFORCE_CLIENT_SECRET are in the environment, to that org too. There the package has to be deployed, and the
 * client's user has to be allowed to delete what the stories made.
 */
@ParameterizedClass
@MethodSource("targets")
class SalesforceContractTest {
    private final Target target;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> made = new ArrayList<>();
    private Api api;

    SalesforceContractTest(Target target) {
        this.target = target;
    }

    static List<Target> targets() {
        return Target.all().toList();
    }

    @BeforeEach
    void login() {
        api = target.login();
    }

    @AfterEach
    void cleanUp() {
        if (!made.isEmpty()) {
            api.delete("/composite/sobjects?ids=" + String.join(",", made));
        }
    }

    private Answer kept(Answer answer) {
        if (answer.status() == 201) {
            made.add(answer.id());
        }
        answer.body().forEach(result -> {
            if (result.path("success").asBoolean() && result.has("created")) {
                made.add(result.get("id").asText());
            }
        });
        return answer;
    }

    private String conversation(String number) {
        return "contract:" + run + "-" + number;
    }

    private Answer upsert(String... records) {
        StringBuilder body = new StringBuilder("{\"allOrNone\":false,\"records\":[");
        for (String record : records) {
            body.append(body.charAt(body.length() - 1) == '[' ? "" : ",")
                    .append("{\"attributes\":{\"type\":\"Chat_Conversation__c\"},")
                    .append(record)
                    .append('}');
        }
        return kept(api.patch(
                "/composite/sobjects/Chat_Conversation__c/External_Id__c",
                body.append("]}").toString()));
    }

    private static String externalId(String value) {
        return "\"External_Id__c\":\"" + value + "\"";
    }

    @Test
    void anUpsertMakesOnceAndChangesThen() {
        String path = "/sobjects/Chat_Conversation__c/External_Id__c/" + conversation("1");
        Answer first = kept(api.patch(path, "{\"Status__c\":\"Open\"}"));
        assertThat(first.status()).isEqualTo(201);
        Answer second = api.patch(path, "{\"Status__c\":\"Closed\"}");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().get("created").booleanValue()).isFalse();
        assertThat(second.id()).isEqualTo(first.id()).hasSize(18);
        assertThat(second.headers().firstValue("Sforce-Limit-Info")).isPresent();
    }

    @Test
    void aRecordThatIsRefusedDoesNotHoldItsNeighboursBack() {
        Answer answer = upsert(
                externalId(conversation("1")),
                externalId(conversation("2")) + ",\"Status__c\":\"Nonsense\"",
                externalId(conversation("3")) + ",\"Lead__r\":{\"Chat_Visitor_Id__c\":\"nobody\"}",
                externalId(conversation("4")) + ",\"Account__c\":\"nonsense\"");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/0/success").booleanValue()).isTrue();
        assertThat(answer.at("/1/errors/0/statusCode")).isEqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
        assertThat(answer.at("/2/errors/0/statusCode")).isEqualTo("INVALID_FIELD");
        assertThat(answer.at("/2/errors/0/message")).contains("Foreign key external ID: nobody not found for field");
        assertThat(answer.at("/3/errors/0/statusCode")).isEqualTo("MALFORMED_ID");
    }

    @Test
    void anUnknownFieldFailsTheWholeCollection() {
        Answer answer = upsert(externalId(conversation("1")), externalId(conversation("2")) + ",\"Nonsense__c\":1");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/0/errorCode")).isEqualTo("INVALID_FIELD");
    }

    @Test
    void anExternalIdMayStandOnlyOnceInACollection() {
        Answer answer = upsert(externalId(conversation("1")), externalId(conversation("1")));
        assertThat(answer.body())
                .noneMatch((JsonNode result) -> result.get("success").booleanValue());
        assertThat(answer.at("/0/errors/0/statusCode")).isEqualTo("DUPLICATE_VALUE");
    }

    @Test
    void severalChoicesComeBackInThePicklistsOrder() {
        String id = upsert(externalId(conversation("1")) + ",\"Functions__c\":\"wants-human;idea\"")
                .at("/0/id");
        assertThat(api.get("/sobjects/Chat_Conversation__c/" + id).at("/Functions__c"))
                .isEqualTo("idea;wants-human");
    }

    @Test
    void timesAreKeptToTheSecond() {
        String id = upsert(externalId(conversation("1")) + ",\"Started_At__c\":\"2026-03-01T12:00:00.987+01:00\"")
                .at("/0/id");
        assertThat(api.get("/sobjects/Chat_Conversation__c/" + id).at("/Started_At__c"))
                .isEqualTo("2026-03-01T11:00:00.000+0000");
    }

    @Test
    void aCompositeLinksWhatItMakesAndHaltsWhatDependsOnAFailure() {
        Answer answer = api.post(
                "/composite",
                """
                {"allOrNone":true,"compositeRequest":[
                  {"method":"POST","url":"/services/data/v62.0/sobjects/Account","referenceId":"a",
                   "body":{"Name":"Contract %s"}},
                  {"method":"POST","url":"/services/data/v62.0/sobjects/Contact","referenceId":"c",
                   "body":{"AccountId":"@{a.id}"}}]}"""
                        .formatted(run));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/compositeResponse/0/body/0/errorCode")).isEqualTo("PROCESSING_HALTED");
        assertThat(answer.at("/compositeResponse/1/body/0/errorCode")).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(api.query("SELECT Id FROM Account WHERE Name = 'Contract " + run + "'")
                        .at("/totalSize"))
                .isEqualTo("0");
    }

    @Test
    void whatAQueryFindsHasAttributes() {
        upsert(externalId(conversation("1")) + ",\"Message_Count__c\":3");
        Answer found = api.query(
                "SELECT Message_Count__c FROM Chat_Conversation__c WHERE External_Id__c = '" + conversation("1") + "'");
        assertThat(found.at("/totalSize")).isEqualTo("1");
        assertThat(found.at("/records/0/attributes/type")).isEqualTo("Chat_Conversation__c");
        assertThat(found.text()).contains("\"Message_Count__c\":3.0");
    }

    @Test
    void aMistakeInAQueryNamesTheFieldAndTheEntity() {
        Answer refused = api.query("SELECT Nonsense FROM Account");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/0/errorCode")).isEqualTo("INVALID_FIELD");
        assertThat(refused.at("/0/message")).contains("No such column 'Nonsense' on entity 'Account'");
    }

    @Test
    void requiredFieldsAndLengthsAreChecked() {
        Answer missing = api.post("/sobjects/Contact", "{}");
        assertThat(missing.at("/0/errorCode")).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(missing.at("/0/message")).isEqualTo("Required fields are missing: [LastName]");
        Answer tooLong = api.post("/sobjects/Contact", "{\"LastName\":\"" + "x".repeat(81) + "\"}");
        assertThat(tooLong.at("/0/errorCode")).isEqualTo("STRING_TOO_LONG");
        assertThat(tooLong.at("/0/fields/0")).isEqualTo("LastName");
        Answer email = api.post("/sobjects/Contact", "{\"LastName\":\"Ek\",\"Email\":\"nowhere\"}");
        assertThat(email.at("/0/errorCode")).isEqualTo("INVALID_EMAIL_ADDRESS");
    }

    @Test
    void theDescribeKnowsTheExternalId() {
        Answer described = api.get("/sobjects/Chat_Conversation__c/describe");
        assertThat(described.body().get("fields")).anySatisfy(field -> {
            assertThat(field.get("name").asText()).isEqualTo("External_Id__c");
            assertThat(field.get("externalId").booleanValue()).isTrue();
            assertThat(field.get("unique").booleanValue()).isTrue();
            assertThat(field.get("type").asText()).isEqualTo("string");
        });
    }

    @Test
    void aStrangersTokenIsRefused() {
        Answer refused = api.token("00D000000000000!nonsense").get("/sobjects");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.at("/0/errorCode")).isEqualTo("INVALID_SESSION_ID");
    }
}
