package dev.parley.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.Api;
import dev.parley.sandbox.Api.Answer;
import dev.parley.sandbox.OrgStories;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Lightning components read and write. */
class UiApiStoriesTest extends OrgStories {

    @Test
    void aRecordComesWithWhatPeopleReadBesideEachValue() {
        String deal = make(
                "Opportunity",
                "{\"Name\":\"Rollout\",\"StageName\":\"Prospecting\",\"CloseDate\":\"2027-01-31\",\"Amount\":1250}");
        Answer read = admin.get("/ui-api/records/" + deal
                + "?fields=Opportunity.Name,Opportunity.Amount,Opportunity.CloseDate,Opportunity.Owner.Name"
                + "&optionalFields=Opportunity.Nonsense__c,Opportunity.CreatedDate");
        assertThat(read.at("/apiName")).isEqualTo("Opportunity");
        assertThat(read.at("/id")).isEqualTo(deal);
        assertThat(read.at("/fields/Name/value")).isEqualTo("Rollout");
        assertThat(read.body().at("/fields/Name/displayValue").isNull()).isTrue();
        assertThat(read.at("/fields/Amount/displayValue")).isEqualTo("$1,250.00");
        assertThat(read.at("/fields/CloseDate/displayValue")).isEqualTo("1/31/2027");
        assertThat(read.at("/fields/CreatedDate/value")).endsWith(".000Z");
        assertThat(read.at("/fields/Owner/displayValue")).isEqualTo("Ada Admin");
        assertThat(read.at("/fields/Owner/value/fields/Name/value")).isEqualTo("Ada Admin");
        assertThat(read.body().at("/fields").has("Nonsense__c")).isFalse();
    }

    @Test
    void aFieldThatIsNotThereIsRefusedUnlessItIsOptional() {
        String account = make("Account", "{\"Name\":\"Acme\"}");
        assertThat(admin.get("/ui-api/records/" + account + "?fields=Account.Nonsense__c")
                        .at("/0/errorCode"))
                .isEqualTo("INVALID_FIELD");
        assertThat(admin.get("/ui-api/records/" + account + "?fields=Name").at("/0/errorCode"))
                .isEqualTo("ILLEGAL_QUERY_PARAMETER_VALUE");
        assertThat(plugin.get("/ui-api/records/" + account + "?fields=Account.TickerSymbol")
                        .at("/0/errorCode"))
                .as("nor what the user may not see")
                .isEqualTo("INVALID_FIELD");
    }

    @Test
    void aRecordIsMadeAndChangedAndComesBackWhole() {
        Answer made = admin.post("/ui-api/records", "{\"apiName\":\"Account\",\"fields\":{\"Name\":\"Acme\"}}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/fields/Name/value")).isEqualTo("Acme");
        Answer changed =
                admin.patch("/ui-api/records/" + made.id(), "{\"fields\":{\"Name\":\"Acme 2\",\"Rating\":\"Hot\"}}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("/fields/Rating/displayValue")).isEqualTo("Hot");
        assertThat(admin.post("/ui-api/records", "{\"apiName\":\"Account\",\"fields\":{}}")
                        .at("/0/errorCode"))
                .isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(admin.delete("/ui-api/records/" + made.id()).status()).isEqualTo(204);
        assertThat(admin.get("/ui-api/records/" + made.id() + "?fields=Account.Name")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotSharedIsRefusedInTheUiApisWords() {
        String conversation = make("Chat_Conversation__c", "{\"External_Id__c\":\"web:1\"}");
        make(
                "User",
                "{\"Username\":\"ann@x.example\",\"LastName\":\"Ann\",\"Email\":\"a@x.example\",\"Alias\":\"ann\"}");
        var ann = dev.parley.sandbox.Api.as(org, "ann@x.example");
        Answer refused = ann.get("/ui-api/records/" + conversation + "?fields=Chat_Conversation__c.Status__c");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/0/errorCode")).isEqualTo("INSUFFICIENT_ACCESS");
    }

    @Test
    void severalRecordsHaveAResultEach() {
        String one = make("Account", "{\"Name\":\"One\"}");
        Answer batch = admin.get("/ui-api/records/batch/" + one + ",001000000000001AAA?fields=Account.Name");
        assertThat(batch.at("/hasErrors")).isEqualTo("true");
        assertThat(batch.at("/results/0/result/fields/Name/value")).isEqualTo("One");
        assertThat(batch.at("/results/1/statusCode")).isEqualTo("404");
    }

    @Test
    void aRelatedListComesPageByPageInItsOrder() {
        String account = make("Account", "{\"Name\":\"Acme\"}");
        for (String name : new String[] {"Berg", "Alm", "Ceder"}) {
            make("Contact", "{\"LastName\":\"" + name + "\",\"AccountId\":\"" + account + "\"}");
        }
        String list = "/ui-api/related-list-records/" + account
                + "/Contacts?fields=Contact.Name,Contact.Id&sortBy=-Contact.LastName&pageSize=2";
        Answer first = admin.get(list);
        assertThat(first.at("/count")).isEqualTo("2");
        assertThat(first.at("/records/0/fields/Name/value")).isEqualTo("Ceder");
        Answer second = admin.get(list + "&pageToken=" + first.at("/nextPageToken"));
        assertThat(second.at("/records/0/fields/Name/value")).isEqualTo("Alm");
        assertThat(second.body().get("nextPageToken").isNull()).isTrue();
        Answer posted = admin.post(
                "/ui-api/related-list-records/" + account + "/Contacts",
                "{\"fields\":[\"Contact.Name\"],\"sortBy\":[\"Contact.LastName\"]}");
        assertThat(posted.at("/records/0/fields/Name/value")).isEqualTo("Alm");
        assertThat(admin.get("/ui-api/related-list-records/" + account + "/Nonsense?fields=Contact.Name")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFilterOfARelatedListIsRefusedRatherThanLeftOut() {
        String account = make("Account", "{\"Name\":\"Acme\"}");
        Answer refused = admin.post(
                "/ui-api/related-list-records/" + account + "/Contacts", "{\"where\":\"{Name:{eq:\\\"x\\\"}}\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/0/errorCode")).isEqualTo("ILLEGAL_QUERY_PARAMETER_VALUE");
    }

    @Test
    void anObjectTellsWhatItsFieldsAreLike() {
        Answer info = admin.get("/ui-api/object-info/Chat_Conversation__c");
        assertThat(info.at("/label")).isEqualTo("Chat Conversation");
        assertThat(info.at("/fields/Last_Message_At__c/dataType")).isEqualTo("DateTime");
        assertThat(info.at("/fields/Account__c/referenceToInfos/0/apiName")).isEqualTo("Account");
        assertThat(info.body().at("/childRelationships").findValuesAsText("relationshipName"))
                .contains("Chat_Transcript_Parts__r");
        String values = "/ui-api/object-info/Chat_Conversation__c/picklist-values/" + info.at("/defaultRecordTypeId")
                + "/Status__c";
        assertThat(admin.get(values).body().at("/values").findValuesAsText("value"))
                .containsExactly("Open", "Waiting", "Closed");
    }

    @Test
    void whatThingsAreCalledFollowsTheUsersLanguageWhereverItIsTold() {
        String user = make(
                "User",
                "{\"Username\":\"sv@team.example\",\"LastName\":\"S\",\"Email\":\"sv@team.example\",\"Alias\":\"sv\","
                        + "\"LanguageLocaleKey\":\"sv\"}");
        String deal = make(
                "Opportunity",
                "{\"Name\":\"Deal\",\"StageName\":\"Closed Lost\",\"CloseDate\":\"2026-11-30\",\"OwnerId\":\"" + user
                        + "\"}");
        Api swede = Api.as(org, "sv@team.example");
        String[] german = {"Sandbox-Language", "de"};

        assertThat(told(swede, deal)).containsOnly("Förlorad");
        assertThat(told(admin, deal)).containsOnly("Closed Lost");
        assertThat(told(admin, deal, german)).containsOnly("Verloren");
        assertThat(told(admin, deal, "Accept-Language", "de")).containsOnly("Closed Lost");
        assertThat(swede.get("/sobjects/Opportunity/describe").body().findValuesAsText("label"))
                .contains("Belopp", "Förlorad");
        assertThat(swede.patch("/sobjects/Opportunity/" + deal, "{\"StageName\":\"Closed Won\"}")
                        .status())
                .isEqualTo(204);
        assertThat(told(swede, deal)).containsOnly("Vunnen");
    }

    /** An opportunity's stage, by the UI API, by GraphQL and by SOQL. */
    private static List<String> told(Api as, String deal, String... headers) {
        String document = "{ uiapi { query { Opportunity { edges { node { StageName { displayValue } } } } } } }";
        return List.of(
                as.get("/ui-api/records/" + deal + "?fields=Opportunity.StageName", headers)
                        .at("/fields/StageName/displayValue"),
                as.post("/graphql", "{\"query\":\"" + document + "\"}", headers)
                        .at("/data/uiapi/query/Opportunity/edges/0/node/StageName/displayValue"),
                as.get("/query?q=SELECT+toLabel(StageName)+FROM+Opportunity", headers)
                        .at("/records/0/StageName"));
    }
}
