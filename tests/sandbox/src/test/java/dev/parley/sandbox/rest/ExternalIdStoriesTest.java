package dev.parley.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.Api.Answer;
import dev.parley.sandbox.OrgStories;
import org.junit.jupiter.api.Test;

class ExternalIdStoriesTest extends OrgStories {
    private static final String LEAD = "/sobjects/Lead/Chat_Visitor_Id__c/web:7";

    @Test
    void anUpsertMakesTheRecordAndThenChangesIt() {
        Answer made = admin.patch(LEAD, "{\"LastName\":\"Ek\",\"Company\":\"Nordlys\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().get("created").booleanValue()).isTrue();

        Answer changed = admin.patch(LEAD, "{\"Title\":\"Buyer\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().get("created").booleanValue()).isFalse();
        assertThat(changed.id()).isEqualTo(made.id());
        assertThat(admin.get(LEAD).at("/Title")).isEqualTo("Buyer");
    }

    @Test
    void anOlderVersionAnswersAChangeWithoutABody() {
        admin.patch(LEAD, "{\"LastName\":\"Ek\",\"Company\":\"Nordlys\"}");
        Answer changed = admin.version("45.0").patch(LEAD, "{\"Title\":\"Buyer\"}");
        assertThat(changed.status()).isEqualTo(204);
        assertThat(changed.text()).isEmpty();
    }

    @Test
    void updateOnlyMakesNothing() {
        Answer refused = admin.patch(LEAD + "?updateOnly=true", "{\"LastName\":\"Ek\",\"Company\":\"Nordlys\"}");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.at("/0/errorCode")).isEqualTo("NOT_FOUND");
    }

    @Test
    void severalRecordsWithTheSameValueAreListed() {
        String one = make("Contact", "{\"LastName\":\"Ek\",\"Email\":\"info@nordlys.example\"}");
        String other = make("Contact", "{\"LastName\":\"Berg\",\"Email\":\"INFO@nordlys.example\"}");
        Answer several = admin.patch("/sobjects/Contact/Email/info@nordlys.example", "{\"Title\":\"Buyer\"}");
        assertThat(several.status()).isEqualTo(300);
        assertThat(several.body())
                .extracting(url -> url.asText())
                .containsExactlyInAnyOrder(
                        "/services/data/v62.0/sobjects/Contact/" + one,
                        "/services/data/v62.0/sobjects/Contact/" + other);
    }

    @Test
    void theExternalIdMayNotStandInTheBodyToo() {
        Answer refused = admin.patch(LEAD, "{\"LastName\":\"Ek\",\"Company\":\"N\",\"Chat_Visitor_Id__c\":\"web:7\"}");
        assertThat(refused.at("/0/errorCode")).isEqualTo("INVALID_FIELD");
        assertThat(refused.at("/0/message"))
                .isEqualTo("The Chat_Visitor_Id__c field should not be specified in the sobject data.");
    }

    @Test
    void aFieldThatIsNoExternalIdFindsNothing() {
        assertThat(admin.get("/sobjects/Lead/Company/Nordlys").at("/0/message"))
                .isEqualTo("Provided external ID field does not exist or is not accessible: Company");
    }

    @Test
    void aUniqueValueCannotBeTakenTwice() {
        make("Lead", "{\"LastName\":\"Ek\",\"Company\":\"N\",\"Chat_Visitor_Id__c\":\"web:7\"}");
        Answer refused = admin.post(
                "/sobjects/Lead", "{\"LastName\":\"Ek\",\"Company\":\"N\",\"Chat_Visitor_Id__c\":\"web:7\"}");
        assertThat(refused.at("/0/errorCode")).isEqualTo("DUPLICATE_VALUE");
        assertThat(refused.at("/0/message"))
                .startsWith("duplicate value found: Chat_Visitor_Id__c duplicates value on");
        assertThat(admin.post(
                                "/sobjects/Lead",
                                "{\"LastName\":\"Ek\",\"Company\":\"N\",\"Chat_Visitor_Id__c\":\"WEB:7\"}")
                        .status())
                .as("the field is case-sensitive")
                .isEqualTo(201);
    }

    @Test
    void aDeletedRecordDoesNotStandInTheWayOfANewOne() {
        String first = admin.patch(LEAD, "{\"LastName\":\"Ek\",\"Company\":\"Nordlys\"}")
                .id();
        admin.delete(LEAD);
        Answer second = admin.patch(LEAD, "{\"LastName\":\"Ek\",\"Company\":\"Nordlys\"}");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.id()).isNotEqualTo(first);
    }

    @Test
    void aParentIsNamedByItsExternalId() {
        String lead = admin.patch(LEAD, "{\"LastName\":\"Ek\",\"Company\":\"Nordlys\"}")
                .id();
        String conversation = "/sobjects/Chat_Conversation__c/External_Id__c/web:1";
        admin.patch(conversation, "{\"Lead__r\":{\"Chat_Visitor_Id__c\":\"web:7\"}}");
        assertThat(admin.get(conversation).at("/Lead__c")).isEqualTo(lead);

        Answer refused = admin.patch(conversation, "{\"Lead__r\":{\"Chat_Visitor_Id__c\":\"web:8\"}}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/0/errorCode")).isEqualTo("INVALID_FIELD");
        assertThat(refused.at("/0/message"))
                .isEqualTo("Foreign key external ID: web:8 not found for field Chat_Visitor_Id__c in entity Lead");
    }
}
