package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Identity.Decision;
import dev.parley.identity.Identity.Link;
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
                        new Link("006A", null, null, "006A", null, 0.5),
                        new Link("006B", null, null, "006B", null, 0.5));
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
                        new Link("006A", null, null, "006A", null, 0.6),
                        new Link("006B", null, null, "006B", "User", 0.6));
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
}
