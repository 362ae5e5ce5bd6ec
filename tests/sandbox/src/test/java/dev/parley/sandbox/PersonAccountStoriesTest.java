package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.Api.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An org with person accounts behaves as Salesforce's does. */
class PersonAccountStoriesTest extends OrgStories {

    private static final String MINA = "{\"FirstName\":\"Mina\",\"LastName\":\"Ek\","
            + "\"PersonEmail\":\"mina@ek.example\",\"Phone\":\"08-123\"}";

    @BeforeEach
    void switchOn() {
        assertThat(admin.post("/sandbox/person-accounts", "").status()).isEqualTo(200);
    }

    @Test
    void anAccountWithALastNameIsAPersonAndHasAContact() {
        String account = make("Account", MINA);

        Answer person = admin.get("/sobjects/Account/" + account);
        assertThat(person.at("/Name")).isEqualTo("Mina Ek");
        assertThat(person.at("/IsPersonAccount")).isEqualTo("true");
        Answer contact = admin.get("/sobjects/Contact/" + person.at("/PersonContactId"));
        assertThat(contact.at("/Email")).isEqualTo("mina@ek.example");
        assertThat(contact.at("/Phone")).isEqualTo("08-123");
        assertThat(contact.at("/AccountId")).isEqualTo(account);
        assertThat(contact.at("/IsPersonAccount")).isEqualTo("true");
    }

    @Test
    void itsNameIsNotWriteableAndACompanyHasNoFirstName() {
        String account = make("Account", MINA);
        Answer named = admin.patch("/sobjects/Account/" + account, "{\"Name\":\"Somebody\"}");
        assertThat(named.at("/0/errorCode")).isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(named.at("/0/message")).contains("Name");

        String company = make("Account", "{\"Name\":\"Nordlys\"}");
        assertThat(admin.get("/sobjects/Account/" + company).at("/IsPersonAccount"))
                .isEqualTo("false");
        assertThat(admin.patch("/sobjects/Account/" + company, "{\"PersonEmail\":\"a@b.example\"}")
                        .at("/0/errorCode"))
                .isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(admin.post("/sobjects/Account", "{\"Phone\":\"1\"}").at("/0/errorCode"))
                .isEqualTo("REQUIRED_FIELD_MISSING");
    }

    @Test
    void whoChangesTheAccountOrTheContactChangesBoth() {
        String account = make("Account", MINA);
        String contact = admin.get("/sobjects/Account/" + account).at("/PersonContactId");

        admin.patch("/sobjects/Account/" + account, "{\"PersonEmail\":\"new@ek.example\",\"LastName\":\"Berg\"}");
        assertThat(admin.get("/sobjects/Contact/" + contact).at("/Email")).isEqualTo("new@ek.example");
        assertThat(admin.get("/sobjects/Contact/" + contact).at("/Name")).isEqualTo("Mina Berg");

        admin.patch("/sobjects/Contact/" + contact, "{\"Title\":\"Buyer\"}");
        assertThat(admin.get("/sobjects/Account/" + account).at("/PersonTitle")).isEqualTo("Buyer");
    }

    @Test
    void thePluginsUserSeesThemByTheContactsRights() {
        make("Account", MINA);

        Answer seen = plugin.query("SELECT IsPersonAccount, PersonContactId, PersonEmail, FirstName FROM Account");
        assertThat(seen.at("/records/0/PersonEmail")).as(seen.text()).isEqualTo("mina@ek.example");
    }

    @Test
    void twoThatAreMergedBecomeOneAndSoDoTheirContactsWithAllThatReferredToThem() {
        String winner = make("Account", MINA);
        String loser = make("Account", MINA.replace("mina@", "m.ek@"));
        String stays = contactOf(winner);
        String goes = contactOf(loser);
        String chat = make(
                "Chat_Conversation__c",
                "{\"External_Id__c\":\"web:1\",\"Source__c\":\"web\",\"Account__c\":\"" + loser + "\",\"Contact__c\":\""
                        + goes + "\"}");

        assertThat(merge("Account", winner, loser).status()).isEqualTo(200);

        assertThat(contactOf(winner)).isEqualTo(stays);
        Answer conversation = admin.get("/sobjects/Chat_Conversation__c/" + chat);
        assertThat(conversation.at("/Account__c")).isEqualTo(winner);
        assertThat(conversation.at("/Contact__c")).isEqualTo(stays);
        Answer merged =
                admin.get("/queryAll?q=" + "SELECT+Id,MasterRecordId,IsDeleted+FROM+Contact+WHERE+Id='" + goes + "'");
        assertThat(merged.at("/records/0/MasterRecordId")).as(merged.text()).isEqualTo(stays);
        assertThat(merged.at("/records/0/IsDeleted")).isEqualTo("true");
        assertThat(admin.query("SELECT Id FROM Contact WHERE AccountId = '" + winner + "'")
                        .at("/totalSize"))
                .isEqualTo("1");
    }

    @Test
    void aPersonIsMergedWithNoCompanyAndTheirContactWithNobodyAlone() {
        String person = make("Account", MINA);
        String other = make("Account", MINA);
        String company = make("Account", "{\"Name\":\"Nordlys\"}");

        assertThat(merge("Account", person, company).at("/0/errorCode")).isEqualTo("INVALID_OPERATION");
        assertThat(merge("Contact", contactOf(person), contactOf(other)).at("/0/errorCode"))
                .isEqualTo("INVALID_OPERATION");
    }

    @Test
    void aLeadWithoutACompanyBecomesAPersonAccountAndOneWithACompanyDoesNot() {
        String lead = make("Lead", "{\"FirstName\":\"Mina\",\"LastName\":\"Ek\",\"Email\":\"mina@ek.example\"}");
        String sellers = make("Lead", "{\"LastName\":\"Berg\",\"Company\":\"Nordlys\"}");

        Answer converted = convert(lead);

        Answer person = admin.get("/sobjects/Account/" + converted.at("/accountId"));
        assertThat(person.at("/IsPersonAccount")).as(person.text()).isEqualTo("true");
        assertThat(person.at("/PersonEmail")).isEqualTo("mina@ek.example");
        assertThat(converted.at("/contactId")).isEqualTo(person.at("/PersonContactId"));
        assertThat(admin.get("/sobjects/Lead/" + lead).at("/ConvertedContactId"))
                .isEqualTo(converted.at("/contactId"));
        assertThat(admin.get("/sobjects/Account/" + convert(sellers).at("/accountId"))
                        .at("/IsPersonAccount"))
                .isEqualTo("false");
    }

    private Answer convert(String lead) {
        return admin.post("/sandbox/convert", "{\"leadId\":\"" + lead + "\"}");
    }

    private Answer merge(String type, String winner, String loser) {
        return admin.post(
                "/sandbox/merge",
                "{\"type\":\"" + type + "\",\"masterId\":\"" + winner + "\",\"mergedIds\":[\"" + loser + "\"]}");
    }

    private String contactOf(String account) {
        return admin.get("/sobjects/Account/" + account).at("/PersonContactId");
    }
}
