package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Identity.Decision;
import dev.parley.identity.Identity.Kind;
import dev.parley.identity.Identity.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountStoriesTest extends Matching {

    @Test
    void aColleagueIsNewButTheCompanyIsKnownByTheDomain() {
        Identity colleague = identify(withEmail("gus@nordwind.example"));

        assertThat(colleague.kind()).isEqualTo(Kind.NEW);
        assertThat(colleague.decision()).isEqualTo(Decision.AUTO);
        assertThat(colleague.accountId()).isEqualTo("001N");
        assertThat(colleague.ownerId()).isEqualTo("005A");
        assertThat(colleague.confidence()).isEqualTo(0.9);
        assertThat(colleague.evidence())
                .containsExactly("e-mail domain nordwind.example is the website of one account");
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.süd-licht.example/kontakt?x=1, hi@xn--sd-licht-65a.example",
        "HTTP://Fjord.Example:8080, hi@mail.fjord.example",
        "shop.berg.co.uk, hi@berg.co.uk",
        "//tal.example/, hi@tal.example"
    })
    void aWebsiteIsUnderstoodAsPeopleWriteIt(String website, String email) {
        crm.has("Account", "001X", "Website", website);

        assertThat(identify(withEmail(email)).accountId()).isEqualTo("001X");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmail.com", "yahoo.co.uk", "mailinator.com", "hotmail.se", "freebies.example"})
    void aMailProviderSaysNothingOfACompany(String provider) {
        crm.has("Account", "001X", "Website", "www." + provider);

        Identity somebody = identify(withEmail("hi@" + provider));

        assertThat(somebody.kind()).isEqualTo(Kind.NEW);
        assertThat(somebody.accountId()).isNull();
        assertThat(somebody.decision()).isEqualTo(Decision.NONE);
        assertThat(somebody.evidence())
                .containsExactly("domain " + provider + " is a public provider's: it says nothing of a company");
    }

    @Test
    void aPageOnASharedSiteDoesNotMakeTheSiteTheCompanys() {
        crm.has("Account", "001X", "Website", "https://sites.google.com/view/bakery")
                .has("Account", "001Y", "Website", "https://www.linkedin.com/company/bakery");

        assertThat(identify(withEmail("hi@google.com")).accountId()).isNull();
        assertThat(identify(visitor("v1", "hi@gmail.com", null, "linkedin.com/company/other"))
                        .accountId())
                .isNull();
    }

    @Test
    void aWebsiteTellsWhereTheEmailDoesNot() {
        Identity guest = identify(visitor("v1", "guest@gmail.com", null, "http://nordwind.example/about"));

        assertThat(guest.accountId()).isEqualTo("001N");
        assertThat(guest.confidence()).isEqualTo(0.8);
        assertThat(guest.decision()).isEqualTo(Decision.AUTO);
    }

    @Test
    void anEmailAndAWebsiteOfDifferentCompaniesAreForAPersonToLookAt() {
        crm.has("Account", "001S", "Name", "South Ltd", "Website", "south.example");

        Identity known = identify(visitor("v1", "hi@south.example", null, "nordwind.example"));
        Identity unknown = identify(visitor("v1", "hi@rival.example", null, "nordwind.example"));

        assertThat(known.accountId()).isEqualTo("001S");
        assertThat(known.decision()).isEqualTo(Decision.REVIEW);
        assertThat(unknown.accountId()).isEqualTo("001N");
        assertThat(unknown.decision()).isEqualTo(Decision.REVIEW);
    }

    @Test
    void severalAccountsOnOneDomainAreNeverDecidedAlone() {
        crm.has("Account", "001M", "Name", "Nordwind Norge", "Website", "https://nordwind.example/no")
                .has("Opportunity", "006A", "AccountId", "001M", "IsClosed", false);

        Identity colleague = identify(withEmail("gus@nordwind.example"));

        assertThat(colleague.decision()).isEqualTo(Decision.REVIEW);
        assertThat(colleague.accountId()).isNull();
        assertThat(colleague.opportunityId()).isNull();
        assertThat(colleague.evidence())
                .containsExactly("Review: e-mail domain nordwind.example is the website of several accounts: Nordwind"
                        + " Norge (001M), Nordwind AB (001N)");
    }

    @Test
    void eachAccountThatMayBeMeantIsLinkedForAsLongAsAPersonIsAsked() {
        crm.has("Account", "001M", "Name", "Nordwind Norge", "Website", "nordwind.example", "OwnerId", "005B")
                .has("Account", "001S", "Name", "South Ltd", "Website", "south.example");

        Identity colleague = identify(withEmail("gus@nordwind.example"));

        assertThat(colleague.links()).extracting(Link::accountId).containsExactlyInAnyOrder("001M", "001N");
        assertThat(colleague.links()).extracting(Link::role).containsOnly("Candidate");
        assertThat(colleague.ownerId()).as("of accounts of several people").isNull();
        assertThat(identify(withEmail("hi@south.example")).links())
                .as("of one who is known")
                .isEmpty();
    }

    @Test
    void whoOwnsAllThatMayBeMeantOwnsTheQuestionToo() {
        crm.has("Account", "001M", "Name", "Nordwind Norge", "Website", "nordwind.example", "OwnerId", "005A");

        assertThat(identify(withEmail("gus@nordwind.example")).ownerId()).isEqualTo("005A");
    }

    @Test
    void theParentOfAllStandsForThemUntilAPersonDecides() {
        crm.has("Account", "001M", "Website", "nordwind.example", "ParentId", "001N");

        Identity colleague = identify(withEmail("gus@nordwind.example"));

        assertThat(colleague.accountId()).isEqualTo("001N");
        assertThat(colleague.decision()).isEqualTo(Decision.REVIEW);
    }

    @Test
    void theFullHostComesBeforeTheRegistrableDomain() {
        crm.has("Account", "001D", "Website", "de.nordwind.example");

        assertThat(identify(withEmail("gus@de.nordwind.example")).accountId()).isEqualTo("001D");
        assertThat(identify(withEmail("gus@nordwind.example")).accountId()).isEqualTo("001N");
        assertThat(identify(withEmail("gus@se.nordwind.example")).accountId()).isEqualTo("001N");
    }

    @Test
    void aLookAlikeDomainIsAnotherDomain() {
        assertThat(identify(withEmail("gus@nоrdwind.example")).accountId()).isNull();
    }
}
