package dev.parley.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.Api.Answer;
import dev.parley.sandbox.OrgStories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowStoriesTest extends OrgStories {

    @Test
    void aRecordIsMadeReadChangedAndDeleted() {
        Answer made = admin.post("/sobjects/Account", "{\"name\":\"Acme\",\"Website\":\"acme.example\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.id()).startsWith("001").hasSize(18);
        assertThat(made.headers().firstValue("Location"))
                .hasValue("/services/data/v62.0/sobjects/Account/" + made.id());
        assertThat(made.headers().firstValue("Sforce-Limit-Info"))
                .hasValueSatisfying(info -> assertThat(info).matches("api-usage=\\d+/\\d+"));

        String path = "/sobjects/Account/" + made.id();
        Answer read = admin.get(path + "?fields=Name,Website");
        assertThat(read.at("/attributes/type")).isEqualTo("Account");
        assertThat(read.at("/Name")).isEqualTo("Acme");
        assertThat(read.body().has("Phone")).isFalse();

        assertThat(admin.patch(path, "{\"Phone\":\"+1 555 0100\"}").status()).isEqualTo(204);
        assertThat(admin.get(path).at("/Phone")).isEqualTo("+1 555 0100");

        assertThat(admin.delete(path).status()).isEqualTo(204);
        Answer gone = admin.get(path);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.at("/0/errorCode")).isEqualTo("ENTITY_IS_DELETED");
    }

    @Test
    void anIdOfFifteenCharactersIsAcceptedToo() {
        String id = make("Account", "{\"Name\":\"Acme\"}");
        assertThat(admin.get("/sobjects/Account/" + id.substring(0, 15)).at("/Id"))
                .isEqualTo(id);
    }

    @Test
    void theOrgFillsInWhatTheCallerLeavesOut() {
        String id = make("Lead", "{\"FirstName\":\"Mina\",\"LastName\":\"Ek\",\"Company\":\"Nordlys\"}");
        Answer lead = admin.get("/sobjects/Lead/" + id);
        assertThat(lead.at("/Name")).isEqualTo("Mina Ek");
        assertThat(lead.at("/Status")).isEqualTo("Open - Not Contacted");
        assertThat(lead.body().get("IsConverted").booleanValue()).isFalse();
        assertThat(lead.at("/OwnerId")).startsWith("005").isEqualTo(lead.at("/CreatedById"));
        assertThat(lead.at("/SystemModstamp")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000\\+0000");
    }

    @Test
    void aUserWhoLeftMayKeepRecordsButGetsNoMore() {
        String user = make(
                "User",
                "{\"Username\":\"sven@one.example\",\"LastName\":\"Ek\",\"Alias\":\"sven\","
                        + "\"Email\":\"sven@one.example\"}");
        String owned = make("Account", "{\"Name\":\"Acme\",\"OwnerId\":\"" + user + "\"}");
        assertThat(admin.patch("/sobjects/User/" + user, "{\"IsActive\":false}").status())
                .isEqualTo(204);

        assertThat(admin.patch("/sobjects/Account/" + owned, "{\"Phone\":\"1\"}")
                        .status())
                .isEqualTo(204);
        Answer refused = admin.post("/sobjects/Account", "{\"Name\":\"B\",\"OwnerId\":\"" + user + "\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/0/errorCode")).isEqualTo("INACTIVE_OWNER_OR_USER");
    }

    @Test
    void anOpportunitysStageSaysWhetherItIsWon() {
        String id = make(
                "Opportunity",
                "{\"Name\":\"Pumps\",\"StageName\":\"Proposal/Price Quote\",\"CloseDate\":\"2027-01-31\",\"Amount\":2000}");
        Answer open = admin.get("/sobjects/Opportunity/" + id);
        assertThat(open.body().get("IsClosed").booleanValue()).isFalse();
        assertThat(open.body().get("ExpectedRevenue").doubleValue()).isEqualTo(1500.0);
        admin.patch("/sobjects/Opportunity/" + id, "{\"StageName\":\"Closed Won\"}");
        Answer won = admin.get("/sobjects/Opportunity/" + id);
        assertThat(won.body().get("IsWon").booleanValue()).isTrue();
        assertThat(won.body().get("Probability").doubleValue()).isEqualTo(100.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            Contact | {}                                          | REQUIRED_FIELD_MISSING | Required fields are missing: [LastName]
            Lead    | {"LastName":"Ek"}                           | REQUIRED_FIELD_MISSING | Required fields are missing: [Company]
            Contact | {"LstName":"Ek"}                            | INVALID_FIELD          | No such column 'LstName' on sobject of type Contact
            Contact | {"LastName":"Ek","Email":"nowhere"}         | INVALID_EMAIL_ADDRESS  | Email: invalid email address: nowhere
            Contact | {"LastName":"Ek","IsDeleted":true}          | INVALID_FIELD_FOR_INSERT_UPDATE | Unable to create/update fields: IsDeleted. Please check the security settings of this field and verify that it is read/write for your profile or permission set.
            Contact | {"LastName":"Ek","AccountId":"nonsense"}    | MALFORMED_ID           | Account ID: id value of incorrect type: nonsense
            Contact | {"LastName":"Ek","DoNotCall":"maybe"}       | JSON_PARSER_ERROR      | Cannot deserialize instance of boolean from VALUE_STRING value maybe or request may be missing a required field at [line:1, column:30]
            Task    | {"ActivityDate":"tomorrow"}                 | JSON_PARSER_ERROR      | Cannot deserialize instance of date from VALUE_STRING value tomorrow or request may be missing a required field at [line:1, column:17]
            Account | {"Name":"A","NumberOfEmployees":1.5}        | JSON_PARSER_ERROR      | Cannot deserialize instance of int from VALUE_NUMBER_FLOAT value 1.5 or request may be missing a required field at [line:1, column:33]
            Event   | {"Subject":"Call"}                          | REQUIRED_FIELD_MISSING | Required fields are missing: [DurationInMinutes, ActivityDateTime]
            """)
    void whatIsWrongIsRefusedInSalesforcesWords(String type, String body, String code, String message) {
        Answer refused = admin.post("/sobjects/" + type, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/0/errorCode")).isEqualTo(code);
        assertThat(refused.at("/0/message")).isEqualTo(message);
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        Answer refused = admin.post("/sobjects/Contact", "{\"LastName\":\"" + "x".repeat(81) + "\"}");
        assertThat(refused.at("/0/errorCode")).isEqualTo("STRING_TOO_LONG");
        assertThat(refused.at("/0/message"))
                .startsWith("Last Name: data value too large: xxx")
                .endsWith("(max length=80)");
        assertThat(refused.at("/0/fields/0")).isEqualTo("LastName");
    }

    @Test
    void aTextThatIsNoJsonIsRefused() {
        Answer refused = admin.post("/sobjects/Contact", "{\"LastName\":");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/0/errorCode")).isEqualTo("JSON_PARSER_ERROR");
    }

    @Test
    void aReferenceToARecordOfAnotherTypeIsRefused() {
        String user = admin.query("SELECT Id FROM User LIMIT 1").at("/records/0/Id");
        Answer refused = admin.post("/sobjects/Contact", "{\"LastName\":\"Ek\",\"AccountId\":\"" + user + "\"}");
        assertThat(refused.at("/0/errorCode")).isEqualTo("FIELD_INTEGRITY_EXCEPTION");
    }

    @Test
    void aLeadAsWhoIdCannotGoWithAWhatId() {
        String lead = make("Lead", "{\"LastName\":\"Ek\",\"Company\":\"Nordlys\"}");
        String account = make("Account", "{\"Name\":\"Acme\"}");
        Answer refused = admin.post("/sobjects/Task", "{\"WhoId\":\"" + lead + "\",\"WhatId\":\"" + account + "\"}");
        assertThat(refused.at("/0/errorCode")).isEqualTo("FIELD_INTEGRITY_EXCEPTION");
        assertThat(admin.post("/sobjects/Task", "{\"WhoId\":\"" + lead + "\"}").status())
                .isEqualTo(201);
    }

    @Test
    void anOpportunityHasOnePrimaryContactAtMost() {
        String deal =
                make("Opportunity", "{\"Name\":\"P\",\"StageName\":\"Prospecting\",\"CloseDate\":\"2027-01-31\"}");
        String role = "{\"OpportunityId\":\"" + deal + "\",\"IsPrimary\":true,\"ContactId\":\"%s\"}";
        String first = make("OpportunityContactRole", role.formatted(make("Contact", "{\"LastName\":\"Ek\"}")));
        String second = make("OpportunityContactRole", role.formatted(make("Contact", "{\"LastName\":\"Berg\"}")));
        String path = "/sobjects/OpportunityContactRole/";
        assertThat(admin.get(path + first).body().get("IsPrimary").booleanValue())
                .isFalse();
        assertThat(admin.get(path + second).body().get("IsPrimary").booleanValue())
                .isTrue();
    }

    @Test
    void aRequestWithoutABodyIsRefused() {
        assertThat(admin.post("/sobjects/Contact", "").at("/0/message"))
                .isEqualTo("The HTTP entity body is required, but this request has no entity body.");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(admin.get("/sobjects/Acount").at("/0/errorCode")).isEqualTo("NOT_FOUND");
        assertThat(admin.get("/sobjects/Account/0019G0000999999").status()).isEqualTo(404);
        assertThat(admin.get("/nothing").at("/0/message")).isEqualTo("The requested resource does not exist");
        assertThat(admin.version("29.0").get("/").status()).isEqualTo(404);
        assertThat(admin.call("PUT", "/sobjects/Account", "{}").status()).isEqualTo(405);
    }
}
