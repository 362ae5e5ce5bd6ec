package dev.parley.sandbox.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.OrgStories;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeEventStoriesTest extends OrgStories {

    private static final String ACCOUNTS = "/data/AccountChangeEvent";

    private BayeuxTalk listening(String channel) {
        return new BayeuxTalk(admin).listening(channel, -1);
    }

    private static JsonNode header(JsonNode event) {
        return event.at("/payload/ChangeEventHeader");
    }

    @Test
    void aNewRecordIsToldWithAllThatItHolds() {
        BayeuxTalk talk = listening(ACCOUNTS);

        String id = make("Account", "{\"Name\":\"Nordwind\",\"BillingCountry\":\"Norway\"}");

        JsonNode event = talk.events().get(0);
        assertThat(header(event).path("changeType").asText()).isEqualTo("CREATE");
        assertThat(header(event).path("entityName").asText()).isEqualTo("Account");
        assertThat(header(event).path("recordIds").toString()).isEqualTo("[\"" + id + "\"]");
        assertThat(header(event).path("changedFields")).isEmpty();
        assertThat(event.at("/payload/Name").asText()).isEqualTo("Nordwind");
        assertThat(event.at("/payload/BillingAddress/Country").asText()).isEqualTo("Norway");
        assertThat(event.at("/payload/CreatedDate").asText()).endsWith(".000Z");
        assertThat(event.at("/payload/SystemModstamp").isMissingNode()).isTrue();
        assertThat(event.at("/event/replayId").asLong()).isPositive();
    }

    @Test
    void aChangeIsToldWithTheChangedFieldsOnlyAndWithWhatItCameBy() {
        String id = make("Contact", "{\"LastName\":\"Berg\",\"FirstName\":\"Ann\",\"Title\":\"CTO\"}");
        BayeuxTalk talk = listening("/data/ContactChangeEvent");

        admin.patch(
                "/sobjects/Contact/" + id,
                "{\"LastName\":\"Berge\",\"Title\":null}",
                "Sforce-Call-Options",
                "client=parley");

        JsonNode event = talk.events().get(0);
        assertThat(header(event).path("changeType").asText()).isEqualTo("UPDATE");
        assertThat(header(event).path("changeOrigin").asText()).isEqualTo("com/salesforce/api/rest/62.0;client=parley");
        assertThat(header(event).path("changedFields").toString()).contains("Name.LastName", "Title");
        assertThat(event.at("/payload/Name").toString()).isEqualTo("{\"LastName\":\"Berge\"}");
        assertThat(event.at("/payload/Title").isNull()).isTrue();
        assertThat(event.at("/payload/FirstName").isMissingNode()).isTrue();
    }

    @Test
    void aMergeIsADeletionOfTheLoserAndAChangeOfTheWinner() {
        String winner = make("Account", "{\"Name\":\"One\"}");
        String loser = make("Account", "{\"Name\":\"Other\"}");
        BayeuxTalk talk = listening(ACCOUNTS);

        admin.post(
                "/sandbox/merge",
                "{\"type\":\"Account\",\"masterId\":\"%s\",\"mergedIds\":[\"%s\"]}".formatted(winner, loser));

        List<JsonNode> events = talk.events();
        assertThat(events)
                .filteredOn(event -> header(event).toString().contains(loser))
                .singleElement()
                .satisfies(event -> {
                    assertThat(header(event).path("changeType").asText()).isEqualTo("DELETE");
                    assertThat(event.at("/payload")).hasSize(1);
                });
        assertThat(admin.get("/queryAll?q=SELECT%20MasterRecordId%20FROM%20Account%20WHERE%20Id%3D%27" + loser + "%27")
                        .at("/records/0/MasterRecordId"))
                .isEqualTo(winner);
    }

    @Test
    void aConversionIsOneTransactionOverAllTheObjects() {
        String lead = make("Lead", "{\"LastName\":\"Berg\",\"Company\":\"Nordwind\"}");
        BayeuxTalk talk = listening("/data/LeadChangeEvent");
        talk.subscribe(ACCOUNTS, -1);
        talk.subscribe("/data/ContactChangeEvent", -1);
        talk.subscribe("/data/OpportunityChangeEvent", -1);

        admin.post("/sandbox/convert", "{\"leadId\":\"%s\"}".formatted(lead));

        List<JsonNode> events = talk.events();
        assertThat(events)
                .extracting(event -> header(event).path("entityName").asText() + " "
                        + header(event).path("changeType").asText())
                .contains("Lead UPDATE", "Account CREATE", "Contact CREATE", "Opportunity CREATE");
        assertThat(events)
                .extracting(event -> header(event).path("transactionKey").asText())
                .containsOnly(header(events.get(0)).path("transactionKey").asText());
        assertThat(events)
                .extracting(event -> header(event).path("sequenceNumber").asInt())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void whoSaysWhereTheyStoppedMissesNothing() {
        BayeuxTalk first = listening(ACCOUNTS);
        make("Account", "{\"Name\":\"One\"}");
        long seen = first.events().get(0).at("/event/replayId").asLong();
        first.disconnect();
        make("Account", "{\"Name\":\"Two\"}");
        make("Account", "{\"Name\":\"Three\"}");

        BayeuxTalk again = new BayeuxTalk(admin).listening(ACCOUNTS, seen);

        assertThat(again.events())
                .extracting(event -> event.at("/payload/Name").asText())
                .containsExactly("Two", "Three");
    }

    @Test
    void aReplayIdThatIsNotKeptIsRefusedAndMinusTwoGivesAllThatAre() {
        BayeuxTalk talk = new BayeuxTalk(admin);
        talk.handshake();
        talk.connect();
        make("Account", "{\"Name\":\"Kept\"}");

        assertThat(talk.subscribe(ACCOUNTS, 17).path("error").asText())
                .startsWith("400::The replayId {17} you provided was invalid.");
        assertThat(talk.subscribe(ACCOUNTS, -2).path("successful").asBoolean()).isTrue();
        assertThat(talk.events())
                .extracting(event -> event.at("/payload/Name").asText())
                .contains("Kept");
    }

    @Test
    void whatDoesNotExistOrWasNotSelectedCannotBeSubscribedTo() {
        BayeuxTalk talk = new BayeuxTalk(admin);
        talk.handshake();

        JsonNode answer = talk.subscribe("/data/TaskChangeEvent", -1);

        assertThat(answer.path("successful").asBoolean()).isFalse();
        assertThat(answer.path("error").asText()).startsWith("400::The channel you requested to subscribe to does not");
    }

    @Test
    void whoIsNotLoggedInOrNotKnownIsToldSo() {
        JsonNode denied = new BayeuxTalk(admin.token("00Dnobody!x")).handshake();
        BayeuxTalk gone = new BayeuxTalk(admin);
        gone.handshake();
        gone.disconnect();

        assertThat(denied.path("error").asText()).isEqualTo("403::Handshake denied");
        assertThat(denied.at("/ext/sfdc/failureReason").asText()).isEqualTo("401::Authentication invalid");
        assertThat(denied.at("/advice/reconnect").asText()).isEqualTo("none");
        assertThat(gone.connect().get(0).path("error").asText()).isEqualTo("403::Unknown client");
        assertThat(gone.connect().get(0).at("/advice/reconnect").asText()).isEqualTo("handshake");
    }

    @Test
    void afterTheEndOfASubscriptionNothingComesAnyMore() {
        BayeuxTalk talk = listening(ACCOUNTS);
        talk.subscribe("/data/LeadChangeEvent", -1);
        talk.unsubscribe(ACCOUNTS);

        make("Account", "{\"Name\":\"Unheard\"}");
        make("Lead", "{\"LastName\":\"Heard\",\"Company\":\"x\"}");

        assertThat(talk.events())
                .extracting(event -> header(event).path("entityName").asText())
                .containsExactly("Lead");
    }
}
