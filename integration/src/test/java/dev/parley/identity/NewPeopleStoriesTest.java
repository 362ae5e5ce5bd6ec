package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Person;
import dev.parley.identity.Candidate.Agreement;
import dev.parley.identity.Identity.Decision;
import dev.parley.identity.Identity.Kind;
import dev.parley.mapping.IdentityPolicy.NewRecords;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People who come by other ways than the address that the CRM has, and how far an admin's rules go. */
class NewPeopleStoriesTest extends Matching {

    private static final Instant NEXT_DAY = MONDAY.plusSeconds(86_400);

    @BeforeEach
    void annaHasAName() {
        crm.has("Contact", "003A", "Name", "Anna Öst", "LastName", "Öst");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna+chat@nordwind.example", "ANNA+News+2@Nordwind.example"})
    void aTagMakesNoOtherMailbox(String email) {
        Identity anna = identify(withEmail(email));

        assertThat(anna.contactId()).isEqualTo("003A");
        assertThat(anna.decision()).isEqualTo(Decision.AUTO);
        assertThat(anna.confidence()).isEqualTo(0.94);
        assertThat(anna.evidence()).contains("another e-mail address of the same mailbox equals the contact's e-mail");
    }

    @Test
    void aTagThatTheCrmHasIsUnderstoodToo() {
        crm.has("Lead", "00QT", "Email", "tom+fair@south.example");

        assertThat(identify(withEmail("tom@south.example")).leadId()).isEqualTo("00QT");
        assertThat(identify(withEmail("tom+chat@south.example")).leadId()).isEqualTo("00QT");
    }

    @Test
    void whereTagsArePeopleTheyStayApart() {
        assertThat(identify(withEmail("anna+chat@nordwind.example"), Talk.SILENT, "mail: { plusTags: different }")
                        .contactId())
                .isNull();
    }

    @Test
    void anAliasLeadsToTheSameMailbox() {
        String rules = "mail: { aliases: { nordwind.test: nordwind.example, boss@nordwind.example:"
                + " anna@nordwind.example } }";

        assertThat(identify(withEmail("anna@nordwind.test"), Talk.SILENT, rules).contactId())
                .isEqualTo("003A");
        assertThat(identify(withEmail("boss@nordwind.test"), Talk.SILENT, rules).contactId())
                .isEqualTo("003A");
    }

    @ParameterizedTest
    @CsvSource({"+46 8 123 45 67, ", "08-1234567, Sweden", "0046 8 1234567, SE", "(08) 123 45 67, "})
    void aNumberAndTheNameAreEnoughHoweverTheyAreWritten(String phone, String country) {
        Identity anna = identify(person("ost, anna", "anna.private@gmail.com", phone, country));

        assertThat(anna.contactId()).isEqualTo("003A");
        assertThat(anna.decision()).isEqualTo(Decision.AUTO);
        assertThat(anna.evidence()).contains("telephone number and name are those of the Contact");
    }

    @Test
    void theSameDigitsInAnotherCountryAreAnotherNumber() {
        assertThat(identify(person("Anna Öst", null, "+47 8 123 45 67", null)).contactId())
                .isNull();
    }

    @Test
    void aSwitchboardTellsNobodyApart() {
        crm.has("Contact", "003B", "Name", "Bo Ek", "Phone", "+46 8 123 45 67", "AccountId", "001N");

        Identity caller = identify(person(null, null, "08-123 45 67", null));

        assertThat(caller.contactId()).isNull();
        assertThat(caller.decision()).isEqualTo(Decision.REVIEW);
        assertThat(caller.candidates()).extracting(Candidate::id).containsExactly("003A", "003B");
        assertThat(identify(person("Bo Ek", null, "08-123 45 67", null)).contactId())
                .isEqualTo("003B");
    }

    @Test
    void whoWritesFromANewEmployerIsForAPersonToLookAt() {
        Identity moved = identify(person("Anna Öst", "anna.ost@rival.example", "+46 8 123 45 67", null));

        assertThat(moved.decision()).isEqualTo(Decision.REVIEW);
        assertThat(moved.kind()).isEqualTo(Kind.NEW);
        assertThat(moved.contactId()).isNull();
        assertThat(moved.accountId()).isNull();
        assertThat(moved.evidence()).anyMatch(line -> line.contains("perhaps a new employer"));
        Candidate before = moved.candidates().get(0);
        assertThat(before.id()).isEqualTo("003A");
        assertThat(before.agreement())
                .contains(
                        new Agreement("email", "anna.ost@rival.example", "…@nordwind.example", false),
                        new Agreement("name", "Anna Öst", "Anna Öst", true),
                        new Agreement("phone", "+4681234567", "+4681234567", true));
    }

    @Test
    void whatTheSiteHasSignedIsBelieved() {
        String contact = "003000000000A1BAAQ";
        crm.has("Contact", contact, "Email", "cy@nordwind.example", "AccountId", "001N");

        Identity signed =
                identify(withEmail("somebody@gmail.com"), talk(SIGNED.of(contact, NEXT_DAY)), "newRecords: lead");

        assertThat(signed.contactId()).isEqualTo(contact);
        assertThat(signed.confidence()).isEqualTo(0.99);
    }

    @Test
    void whatItHasNotSignedOrNoLongerSignsIsNot() {
        String contact = "003000000000A1BAAQ";
        crm.has("Contact", contact, "Email", "cy@nordwind.example", "AccountId", "001N");
        String good = SIGNED.of(contact, NEXT_DAY);

        for (String bad : new String[] {
            good.substring(0, good.length() - 2) + "AA",
            SignedIds.signedWith("another secret").of(contact, NEXT_DAY),
            SIGNED.of(contact, MONDAY.minusSeconds(1)),
            SIGNED.of("001000000000A1BAAQ", NEXT_DAY),
            good.replace("A1BAAQ", "A1CAAQ"),
            "crm1.x",
            "crm1." + contact + ".99999999999999999999999." + "A".repeat(43),
            "crm1....",
            "crm1." + "x".repeat(5_000)
        }) {
            Identity somebody = identify(withEmail("somebody@gmail.com"), talk(bad), "newRecords: lead");

            assertThat(somebody.contactId()).as(bad).isNull();
            assertThat(somebody.evidence())
                    .contains("the site's signed id is not believed, or its record is not there");
        }
        assertThat(new Matcher(directory)
                        .identify(withEmail("x@gmail.com"), talk(good), policy("newRecords: lead"))
                        .contactId())
                .as("without a secret nothing is believed")
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"oldest, 003A, AUTO", "latest, 003B, AUTO", "owner, 003C, AUTO", "review, 003B, REVIEW"})
    void ofSeveralOneIsMeantByPolicyAndNeverByChance(String policy, String contact, Decision decision) {
        crm.has("Contact", "003A", "CreatedDate", "2020-01-01T00:00:00.000+0000");
        crm.has("Contact", "003C", "Email", "anna@nordwind.example", "OwnerId", "005C", "CreatedDate", "2021-01-01");
        crm.at(MONDAY.plusSeconds(60));
        crm.has("Contact", "003B", "Email", "anna@nordwind.example", "CreatedDate", "2022-01-01");

        Identity anna = identify(
                withEmail("anna@nordwind.example"),
                new Talk(7, MONDAY, MONDAY, null, Set.of("005C"), null),
                "people: { several: " + policy + " }");

        assertThat(anna.contactId()).isEqualTo(contact);
        assertThat(anna.decision()).isEqualTo(decision);
        assertThat(anna.links()).hasSize(2);
    }

    @Test
    void whatIsNotListedIsNotLookedAt() {
        crm.has("Lead", "00QA", "Phone", "12345678", "Chat_Visitor_Id__c", "site:v1");

        Identity strict = identify(visitor("v1", null, "12345678", null), Talk.SILENT, "people: { order: [email] }");

        assertThat(strict.leadId()).isNull();
    }

    @Test
    void anAdminWhoWantsToSeeEverythingIsAskedForEverything() {
        Identity anna = identify(withEmail("anna@nordwind.example"), Talk.SILENT, "people: { auto: 1 }");

        assertThat(anna.contactId()).isEqualTo("003A");
        assertThat(anna.decision()).isEqualTo(Decision.REVIEW);
    }

    @Test
    void aColleagueWhoTriesTheWidgetIsNoCustomer() {
        Identity colleague = identify(withEmail("me@parley.example"), Talk.SILENT, "ownDomains: [parley.example]");

        assertThat(colleague.kind()).isEqualTo(Kind.ANONYMOUS);
        assertThat(colleague.evidence()).contains("the e-mail's domain is the company's own: a colleague");
    }

    @Test
    void somebodyNewBecomesWhatThePolicySays() {
        Visitor gus = withEmail("gus@nordwind.example");
        Visitor stranger = withEmail("lo@unheard.example");

        assertThat(identify(gus, Talk.SILENT, "newRecords: contact").becomesContact())
                .isTrue();
        assertThat(identify(stranger, Talk.SILENT, "newRecords: contact").newRecord())
                .as("no contact without an account")
                .isEqualTo(NewRecords.LEAD);
        assertThat(identify(gus, Talk.SILENT, "newRecords: none").mayBeLead()).isFalse();
    }

    @Test
    void aTerritoryIsTheVisitorsElseTheAccounts() {
        crm.has("Account", "001N", "BillingCountry", "Sverige");
        String rules = "territories: { Nordics: [SE, DK], DACH: [DE] }";

        assertThat(identify(withEmail("gus@nordwind.example"), Talk.SILENT, rules)
                        .territory())
                .isEqualTo("Nordics");
        assertThat(identify(person("Gus", "gus@nordwind.example", null, "Germany"), Talk.SILENT, rules)
                        .territory())
                .isEqualTo("DACH");
        assertThat(identify(withEmail("lo@unheard.example"), Talk.SILENT, rules).territory())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gus@nоrdwind.example", "gus@nordwínd.example", "gus@n0rdwind.example", "gus@gmail.com"})
    void aLookAlikeOrAFreeMailAddressIsNeverAutomaticallyTheCustomers(String email) {
        assertThat(identify(withEmail(email)).accountId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"anna öst\"@nordwind.example", "\"a@b\"@nordwind.example", "anna@@nordwind.example", "@", "+@x"
            })
    void addressesThatOnlyAStandardCouldLoveBreakNothing(String email) {
        assertThat(identify(withEmail(email)).contactId()).isNull();
    }

    private static Talk talk(String signedId) {
        return new Talk(7, MONDAY, MONDAY, null, Set.of(), signedId);
    }

    private static Visitor person(String name, String email, String phone, String country) {
        return Visitor.of("site", new Person(null, name, email, phone, null, null, null, country, null));
    }
}
