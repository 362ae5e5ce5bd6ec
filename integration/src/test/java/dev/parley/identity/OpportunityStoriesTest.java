package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Identity.Decision;
import dev.parley.identity.Identity.Link;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpportunityStoriesTest extends Matching {

    private Identity anna() {
        return identify(withEmail("anna@nordwind.example"));
    }

    @Test
    void theAccountsOnlyOpenOpportunityIsTaken() {
        crm.has("Opportunity", "006A", "AccountId", "001N", "IsClosed", false, "OwnerId", "005O")
                .has("Opportunity", "006B", "AccountId", "001N", "IsClosed", true);

        assertThat(anna().opportunityId()).isEqualTo("006A");
        assertThat(anna().ownerId()).isEqualTo("005O");
        assertThat(anna().roleExists()).isFalse();
        assertThat(identify(withEmail("gus@nordwind.example")).opportunityId()).isEqualTo("006A");
    }

    @Test
    void theContactsRoleOnOneComesBeforeTheAccounts() {
        crm.has("Opportunity", "006A", "AccountId", "001N", "IsClosed", false)
                .has("Opportunity", "006B", "AccountId", "001N", "IsClosed", false)
                .has("Opportunity", "006C", "AccountId", "001N", "IsClosed", true)
                .has("OpportunityContactRole", "00KB", "OpportunityId", "006B", "ContactId", "003A")
                .has("OpportunityContactRole", "00KC", "OpportunityId", "006C", "ContactId", "003A");

        assertThat(anna().opportunityId()).isEqualTo("006B");
        assertThat(anna().roleExists()).isTrue();
        assertThat(anna().links()).isEmpty();
    }

    @Test
    void severalBecomeLinksAndNoneIsTaken() {
        crm.has("Opportunity", "006A", "AccountId", "001N", "IsClosed", false)
                .has("Opportunity", "006B", "AccountId", "001N", "IsClosed", false);

        Identity anna = anna();

        assertThat(anna.opportunityId()).isNull();
        assertThat(anna.decision()).isEqualTo(Decision.AUTO);
        assertThat(anna.evidence()).contains("Review the opportunity: the account has 2 open ones, none is taken");
        assertThat(anna.links())
                .containsExactly(
                        new Link("006A", null, null, null, "006A", null, 0.47),
                        new Link("006B", null, null, null, "006B", null, 0.47));
    }

    @Test
    void rolesOnSeveralBecomeLinksWithTheirRoles() {
        crm.has("Opportunity", "006A", "IsClosed", false)
                .has("Opportunity", "006B", "IsClosed", false)
                .has("OpportunityContactRole", "00KA", "OpportunityId", "006A", "ContactId", "003A")
                .has("OpportunityContactRole", "00KB", "OpportunityId", "006B", "ContactId", "003A", "Role", "User");

        assertThat(anna().opportunityId()).isNull();
        assertThat(anna().links())
                .containsExactly(
                        new Link("006A", null, null, null, "006A", null, 0.5),
                        new Link("006B", null, null, null, "006B", "User", 0.5));
    }

    @Test
    void aConvertedLeadBringsItsOpportunity() {
        crm.has("Opportunity", "006A", "AccountId", "001N", "IsClosed", false)
                .has("Opportunity", "006B", "AccountId", "001N", "IsClosed", false)
                .has(
                        "Lead",
                        "00QA",
                        "Email",
                        "a@mail.example",
                        "IsConverted",
                        true,
                        "ConvertedContactId",
                        "003A",
                        "ConvertedOpportunityId",
                        "006B");

        assertThat(identify(withEmail("a@mail.example")).opportunityId()).isEqualTo("006B");
    }

    @Test
    void aClosedOpportunityIsLeftAlone() {
        crm.has("Opportunity", "006A", "AccountId", "001N", "IsClosed", true)
                .has("OpportunityContactRole", "00KA", "OpportunityId", "006A", "ContactId", "003A");

        assertThat(anna().opportunityId()).isNull();
        assertThat(anna().links()).isEmpty();
    }

    @Test
    void hundredsOfOpportunitiesDoNotFloodTheRecord() {
        for (int i = 0; i < 300; i++) {
            crm.has("Opportunity", "006B%03d".formatted(i), "AccountId", "001N", "IsClosed", false);
        }

        assertThat(anna().links()).hasSize(20);
        assertThat(anna().evidence()).hasSizeLessThanOrEqualTo(20).allMatch(line -> line.length() <= 255);
    }

    @Test
    void ofSeveralTheOneThatIsSpokenOfIsTakenAndSaysWhy() {
        crm.has("Opportunity", "006A", "AccountId", "001N", "Name", "Nordwind pumps 2026", "Amount", 48_000)
                .has("Opportunity", "006B", "AccountId", "001N", "Name", "Nordwind service contract", "Amount", 12_500);
        said = "How about the service contract that we spoke of? Is it still 12,500 a year?";

        Identity anna = anna();

        assertThat(anna.opportunityId()).isEqualTo("006B");
        assertThat(anna.evidence())
                .contains("of 2 open opportunities this is the likeliest (0.97): its name is spoken of, its amount is"
                        + " spoken of");
        assertThat(anna.links()).isEmpty();
    }

    @Test
    void theOneWhoseOwnerTakesPartIsTakenWhileTheOtherRemainsALink() {
        crm.has("Opportunity", "006A", "AccountId", "001N", "OwnerId", "005O")
                .has("Opportunity", "006B", "AccountId", "001N", "OwnerId", "005P");

        Identity anna = identify(
                withEmail("anna@nordwind.example"), in("005P", null), "opportunities: { review: 0.1, auto: 0.7 }");

        assertThat(anna.opportunityId()).isEqualTo("006B");
        assertThat(anna.links()).extracting(Link::opportunityId).containsExactly("006A");
    }

    @Test
    void recencyCountsFromTheLastEventAndNotFromToday() {
        crm.has("Opportunity", "006A", "AccountId", "001N", "LastModifiedDate", "2024-03-01T08:00:00.000+0000")
                .has("Opportunity", "006B", "AccountId", "001N", "LastModifiedDate", "2024-09-01T08:00:00.000+0000");
        String lately = "opportunities: { weights: { recency: 5 } }";

        assertThat(identify(withEmail("anna@nordwind.example"), in("005X", "2024-09-02T08:00:00Z"), lately)
                        .opportunityId())
                .isEqualTo("006B");
        assertThat(identify(withEmail("anna@nordwind.example"), in("005X", "2034-09-02T08:00:00Z"), lately)
                        .opportunityId())
                .isNull();
    }

    @Test
    void aPolicyMayAskForMoreThanAnOnlyOne() {
        crm.has("Opportunity", "006A", "AccountId", "001N", "IsClosed", false);

        Identity anna = identify(withEmail("anna@nordwind.example"), Talk.SILENT, "opportunities: { auto: 0.95 }");

        assertThat(anna.opportunityId()).isNull();
        assertThat(anna.links()).containsExactly(new Link("006A", null, null, null, "006A", null, 0.88));
    }

    @Test
    void aWishToBuyMayMakeOneWhereThePolicySaysSoAndNoneIsOpen() {
        assertThat(anna().opportunityKey()).as("off unless the policy says so").isNull();
        assertThat(buying("anna@nordwind.example").opportunityKey()).isEqualTo("001N:1");
        assertThat(buying("gus@nordwind.example").opportunityKey())
                .as("a colleague's is the same")
                .isEqualTo("001N:1");
        assertThat(buying("gus@nowhere.example").opportunityKey())
                .as("of an account that is not known")
                .isNull();

        crm.has("Opportunity", "006A", "AccountId", "001N", "IsClosed", false, "Chat_Key__c", "001N:1");
        assertThat(buying("anna@nordwind.example").opportunityKey()).isNull();
    }

    @Test
    void onceItIsClosedTheNextOneHasTheNextNumber() {
        crm.has("Opportunity", "006A", "AccountId", "001N", "IsClosed", true, "Chat_Key__c", "001N:1")
                .has("Opportunity", "006B", "AccountId", "001N", "IsClosed", true);

        assertThat(buying("anna@nordwind.example").opportunityKey()).isEqualTo("001N:2");
    }

    @Test
    void aDeletedOneDoesNotGiveTheNextTheKeyOfAnOldDeal() {
        crm.has("Opportunity", "006B", "AccountId", "001N", "IsClosed", true, "Chat_Key__c", "001N:2");

        assertThat(buying("anna@nordwind.example").opportunityKey()).isEqualTo("001N:3");
    }

    @Test
    void oneThatWasGivenToAnotherAccountKeepsItsKey() {
        crm.has("Opportunity", "006A", "AccountId", "001X", "IsClosed", true, "Chat_Key__c", "001N:1");

        assertThat(buying("anna@nordwind.example").opportunityKey()).isEqualTo("001N:2");
    }

    @Test
    void aDoubtfulAccountMakesNone() {
        crm.has("Account", "001M", "Name", "Nordwind Norge", "Website", "nordwind.example");

        assertThat(buying("gus@nordwind.example").decision()).isEqualTo(Decision.REVIEW);
        assertThat(buying("gus@nordwind.example").opportunityKey()).isNull();
    }

    private Identity buying(String email) {
        directory.keep(Map.of("Opportunity", Set.of("Chat_Key__c")));
        return identify(withEmail(email), Talk.SILENT, "opportunities: { onBuyingSignal: make }");
    }

    private static Talk in(String user, String lastAt) {
        return new Talk(7, MONDAY, lastAt == null ? null : Instant.parse(lastAt), null, Set.of(user), null);
    }
}
