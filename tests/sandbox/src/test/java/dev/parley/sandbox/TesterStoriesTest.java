package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.Api.Answer;
import org.junit.jupiter.api.Test;

class TesterStoriesTest extends OrgStories {
    private static final String CONVERSATION = "/sobjects/Chat_Conversation__c/External_Id__c/web:1";

    private String lead() {
        return make(
                "Lead",
                "{\"FirstName\":\"Mina\",\"LastName\":\"Ek\",\"Company\":\"Nordlys\",\"Email\":\"m@n.example\"}");
    }

    @Test
    void anOrgWithoutPersonAccountsHasNoneOfTheirFields() {
        assertThat(admin.query("SELECT IsPersonAccount FROM Account").at("/0/errorCode"))
                .isEqualTo("INVALID_FIELD");
        assertThat(admin.post("/sobjects/Account", "{\"LastName\":\"Ek\"}").at("/0/errorCode"))
                .isEqualTo("INVALID_FIELD");
    }

    @Test
    void aConvertedLeadBecomesContactAccountAndOpportunityAndIsNeverWrittenAgain() {
        String lead = lead();
        String task = make("Task", "{\"Subject\":\"Call\",\"WhoId\":\"" + lead + "\"}");
        plugin.patch(CONVERSATION, "{\"Lead__c\":\"" + lead + "\"}");
        Answer converted =
                admin.post("/sandbox/convert", "{\"leadId\":\"" + lead + "\",\"opportunityName\":\"Pumps\"}");
        assertThat(converted.status()).as(converted.text()).isEqualTo(200);

        Answer after = admin.get("/sobjects/Lead/" + lead);
        assertThat(after.body().get("IsConverted").booleanValue()).isTrue();
        assertThat(after.at("/ConvertedContactId")).isEqualTo(converted.at("/contactId"));
        assertThat(admin.get("/sobjects/Contact/" + converted.at("/contactId")).at("/AccountId"))
                .isEqualTo(converted.at("/accountId"));
        assertThat(admin.get("/sobjects/Opportunity/" + converted.at("/opportunityId"))
                        .at("/Name"))
                .isEqualTo("Pumps");
        assertThat(admin.get("/sobjects/Task/" + task).at("/WhoId")).isEqualTo(converted.at("/contactId"));
        assertThat(admin.get(CONVERSATION).at("/Lead__c"))
                .as("a custom look-up stays with the lead")
                .isEqualTo(lead);

        Answer refused = plugin.patch("/sobjects/Lead/" + lead, "{\"Title\":\"Buyer\"}");
        assertThat(refused.at("/0/errorCode")).isEqualTo("CANNOT_UPDATE_CONVERTED_LEAD");
        assertThat(refused.at("/0/message")).isEqualTo("cannot reference converted lead");
    }

    @Test
    void aLeadIsConvertedIntoWhatIsThereAlready() {
        String account = make("Account", "{\"Name\":\"Nordlys\"}");
        Answer converted = admin.post(
                "/sandbox/convert",
                "{\"leadId\":\"" + lead() + "\",\"accountId\":\"" + account + "\",\"doNotCreateOpportunity\":true}");
        assertThat(converted.at("/accountId")).isEqualTo(account);
        assertThat(converted.body().get("opportunityId").isNull()).isTrue();
        assertThat(admin.query("SELECT COUNT() FROM Account").at("/totalSize")).isEqualTo("1");
    }

    @Test
    void whatReferredToAMergedContactRefersToItsMaster() {
        String master = make("Contact", "{\"LastName\":\"Ek\"}");
        String merged = make("Contact", "{\"LastName\":\"Eck\"}");
        plugin.patch(CONVERSATION, "{\"Contact__c\":\"" + merged + "\"}");
        Answer answer = admin.post(
                "/sandbox/merge",
                "{\"type\":\"Contact\",\"masterId\":\"" + master + "\",\"mergedIds\":[\"" + merged + "\"]}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(admin.get(CONVERSATION).at("/Contact__c")).isEqualTo(master);
        Answer gone = admin.get("/queryAll?q="
                + Api.encode("SELECT IsDeleted, MasterRecordId FROM Contact WHERE Id = '" + merged + "'"));
        assertThat(gone.body().at("/records/0/IsDeleted").booleanValue()).isTrue();
        assertThat(gone.at("/records/0/MasterRecordId")).isEqualTo(master);
    }

    @Test
    void aDeletedMasterTakesItsDetailsAlongAndALookUpIsEmptied() {
        String account = make("Account", "{\"Name\":\"Acme\"}");
        String conversation = plugin.patch(CONVERSATION, "{\"Account__c\":\"" + account + "\"}")
                .id();
        make(
                "Chat_Transcript_Part__c",
                "{\"External_Id__c\":\"web:1:1\",\"Sequence__c\":1,\"Conversation__c\":\"" + conversation + "\"}");
        admin.delete("/sobjects/Account/" + account);
        assertThat(admin.get(CONVERSATION).body().get("Account__c").isNull()).isTrue();
        admin.delete(CONVERSATION);
        assertThat(admin.query("SELECT COUNT() FROM Chat_Transcript_Part__c").at("/totalSize"))
                .isEqualTo("0");
    }

    @Test
    void whatADeletionTookAlongComesBackWithItAndLookUpsLeadToItAgain() {
        String account = make("Account", "{\"Name\":\"Acme\"}");
        String contact = make("Contact", "{\"LastName\":\"Ek\",\"AccountId\":\"" + account + "\"}");
        plugin.patch(CONVERSATION, "{\"Account__c\":\"" + account + "\",\"Contact__c\":\"" + contact + "\"}");
        admin.delete("/sobjects/Account/" + account);
        assertThat(admin.query("SELECT COUNT() FROM Contact").at("/totalSize")).isEqualTo("0");

        Answer restored = admin.post("/sandbox/undelete", "{\"id\":\"" + account + "\"}");

        assertThat(restored.status()).as(restored.text()).isEqualTo(200);
        assertThat(admin.query("SELECT AccountId FROM Contact").at("/records/0/AccountId"))
                .isEqualTo(account);
        assertThat(admin.get(CONVERSATION).at("/Account__c")).isEqualTo(account);
        assertThat(admin.get(CONVERSATION).at("/Contact__c")).isEqualTo(contact);
        assertThat(admin.post("/sandbox/undelete", "{\"id\":\"" + account + "\"}")
                        .at("/0/errorCode"))
                .isEqualTo("UNDELETE_FAILED");
    }

    @Test
    void aResetForgetsRecordsButNotWhichOrgItIs() {
        String id = admin.query("SELECT Id FROM Organization").at("/records/0/Id");
        lead();
        admin.post("/sandbox/reset", "");
        assertThat(admin.query("SELECT COUNT() FROM Lead").at("/totalSize")).isEqualTo("0");
        assertThat(admin.query("SELECT Id FROM Organization").at("/records/0/Id"))
                .isEqualTo(id);
        assertThat(admin.query("SELECT COUNT() FROM OpportunityStage").at("/totalSize"))
                .isEqualTo("10");
        assertThat(admin.get("/sandbox/mail").text()).isEqualTo("[]");
    }

    @Test
    void aResetOfTheCallsKeepsTheRecords() {
        lead();
        admin.post("/sandbox/reset?calls=only", "");
        assertThat(admin.get("/sandbox/calls").body()).isEmpty();
        assertThat(admin.query("SELECT COUNT() FROM Lead").at("/totalSize")).isEqualTo("1");
    }

    @Test
    void thePackagesQueuesAreThere() {
        Answer queues = plugin.query(
                "SELECT Queue.DeveloperName, SobjectType FROM QueueSobject WHERE SobjectType = 'Chat_Conversation__c'");
        assertThat(queues.at("/records/0/Queue/DeveloperName")).isEqualTo("Chat_Conversations_Unassigned");
    }
}
