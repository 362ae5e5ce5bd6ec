package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Person;
import dev.parley.crm.ExternalId;
import dev.parley.identity.Identity.Decision;
import dev.parley.identity.Identity.Kind;
import dev.parley.identity.Identity.Link;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeopleStoriesTest extends Matching {

    @Test
    void aContactIsKnownByTheEmail() {
        Identity anna = identify(withEmail(" Anna@NORDWIND.example "));

        assertThat(anna.kind()).isEqualTo(Kind.CONTACT);
        assertThat(anna.decision()).isEqualTo(Decision.AUTO);
        assertThat(anna.confidence()).isEqualTo(0.98);
        assertThat(anna.contactId()).isEqualTo("003A");
        assertThat(anna.accountId()).isEqualTo("001N");
        assertThat(anna.ownerId()).isEqualTo("005A");
        assertThat(anna.evidence()).containsExactly("e-mail equals the contact's e-mail");
    }

    @Test
    void anAgreeingPhoneSupportsButNeverDecidesAlone() {
        Identity both = identify(visitor("v1", "anna@nordwind.example", "08-123 45 67", null));
        Identity phoneOnly = identify(visitor("v1", null, "08-123 45 67", null));

        assertThat(both.confidence()).isGreaterThan(0.98).isLessThan(1);
        assertThat(both.evidence()).contains("telephone number agrees");
        assertThat(phoneOnly.contactId()).isEqualTo("003A");
        assertThat(phoneOnly.decision()).isEqualTo(Decision.REVIEW);
        assertThat(phoneOnly.evidence())
                .contains("Review: a telephone number alone does not tell who it is: it is that of 1 person");
    }

    @Test
    void aContactComesBeforeALeadOfTheSameEmail() {
        crm.has("Lead", "00QA", "Email", "anna@nordwind.example");

        Identity anna = identify(withEmail("anna@nordwind.example"));

        assertThat(anna.kind()).isEqualTo(Kind.CONTACT);
        assertThat(anna.leadId()).isNull();
        assertThat(anna.links()).containsExactly(new Link("00QA", null, null, "00QA", null, null, 0.4));
    }

    @Test
    void aLeadIsKnownByTheEmailAndAddressedByTheKeyThatItCarries() {
        crm.has("Lead", "00QA", "Email", "bo@elsewhere.example", "OwnerId", "005B")
                .has("Lead", "00QC", "Email", "cy@elsewhere.example", "Chat_Visitor_Id__c", "old:1");

        Identity bo = identify(withEmail("bo@elsewhere.example"));
        Identity cy = identify(withEmail("cy@elsewhere.example"));

        assertThat(bo.kind()).isEqualTo(Kind.LEAD);
        assertThat(bo.leadId()).isEqualTo("00QA");
        assertThat(bo.leadKey()).isNull();
        assertThat(bo.ownerId()).isEqualTo("005B");
        assertThat(cy.leadKey()).isEqualTo("old:1");
    }

    @Test
    void aConvertedLeadLeadsToItsContact() {
        crm.has("Lead", "00QA", "Email", "a.private@mail.example", "IsConverted", true, "ConvertedContactId", "003A")
                .has("Lead", "00QB", "Email", "a.private@mail.example");

        Identity anna = identify(withEmail("a.private@mail.example"));

        assertThat(anna.kind()).isEqualTo(Kind.CONTACT);
        assertThat(anna.contactId()).isEqualTo("003A");
        assertThat(anna.accountId()).isEqualTo("001N");
        assertThat(anna.decision()).isEqualTo(Decision.AUTO);
    }

    @Test
    void aConvertedLeadWhoseContactIsGoneIsNeitherWrittenNorMadeAgain() {
        crm.has(
                "Lead",
                "00QA",
                "Email",
                "gone@mail.example",
                "IsConverted",
                true,
                "ConvertedContactId",
                "003X",
                "ConvertedAccountId",
                "001N");

        Identity gone = identify(withEmail("gone@mail.example"));

        assertThat(gone.kind()).isEqualTo(Kind.ANONYMOUS);
        assertThat(gone.decision()).isEqualTo(Decision.REVIEW);
        assertThat(gone.leadId()).isNull();
        assertThat(gone.accountId()).isEqualTo("001N");
        assertThat(gone.evidence())
                .contains("Review: the lead 00QA was converted, but its contact is not there any more");
    }

    @Test
    void twoContactsOfOneEmailAreDecidedByTheOpenOpportunity() {
        crm.has("Contact", "003B", "Email", "anna@nordwind.example", "AccountId", "001S")
                .has("Opportunity", "006S", "AccountId", "001S", "IsClosed", false);

        Identity anna = identify(withEmail("anna@nordwind.example"));

        assertThat(anna.contactId()).isEqualTo("003B");
        assertThat(anna.decision()).isEqualTo(Decision.REVIEW);
        assertThat(anna.links()).containsExactly(new Link("003A", null, "003A", null, null, null, 0.4));
        assertThat(anna.evidence())
                .contains("Review: 2 records of Contact have this e-mail; 003B is taken: only its account has an open"
                        + " opportunity");
    }

    @Test
    void elseByTheLastChangeElseByTheSmallestId() {
        crm.has("Contact", "003B", "Email", "anna@nordwind.example");
        assertThat(identify(withEmail("anna@nordwind.example")).contactId()).isEqualTo("003A");

        crm.at(MONDAY.plusSeconds(60));
        crm.has("Contact", "003B", "Title", "CTO");
        Identity anna = identify(withEmail("anna@nordwind.example"));

        assertThat(anna.contactId()).isEqualTo("003B");
        assertThat(anna.decision()).isEqualTo(Decision.REVIEW);
        assertThat(anna.confidence()).isEqualTo(0.5);
    }

    @Test
    void aReturningVisitorWithoutEmailIsKnownByTheKey() {
        crm.has("Lead", "00QA", "Phone", "12345678", "Chat_Visitor_Id__c", "site:v1");

        Identity back = identify(visitor("v1", null, null, null));

        assertThat(back.kind()).isEqualTo(Kind.LEAD);
        assertThat(back.leadId()).isEqualTo("00QA");
        assertThat(back.leadKey()).isEqualTo("site:v1");
        assertThat(back.decision()).isEqualTo(Decision.AUTO);
    }

    @Test
    void whoGivesAnEmailLaterStaysTheSameLead() {
        crm.has("Lead", "00QA", "Phone", "12345678", "Chat_Visitor_Id__c", "site:v1");

        Identity later = identify(visitor("v1", "di@elsewhere.example", null, null));

        assertThat(later.leadId()).isEqualTo("00QA");
        assertThat(later.leadKey()).isEqualTo("site:v1");
    }

    @Test
    void anotherEmailFromTheSameBrowserIsForAPersonToLookAt() {
        crm.has("Lead", "00QA", "Email", "di@elsewhere.example", "Chat_Visitor_Id__c", "site:v1");

        Identity other = identify(visitor("v1", "ed@elsewhere.example", null, null));

        assertThat(other.leadId()).isEqualTo("00QA");
        assertThat(other.decision()).isEqualTo(Decision.REVIEW);
    }

    @Test
    void anEmailChangedInTheCrmStillFindsTheRecordByTheKeyMadeOfIt() {
        crm.has(
                "Contact",
                "003B",
                "Email",
                "new@elsewhere.example",
                "Chat_Visitor_Id__c",
                ExternalId.hash("old@elsewhere.example"));

        Identity same = identify(withEmail("old@elsewhere.example"));

        assertThat(same.contactId()).isEqualTo("003B");
        assertThat(same.decision()).isEqualTo(Decision.AUTO);
    }

    @Test
    void somebodyNewIsALeadToBeMadeUnderTheirKey() {
        Identity fay = identify(withEmail("fay@unheard.example"));

        assertThat(fay.kind()).isEqualTo(Kind.NEW);
        assertThat(fay.decision()).isEqualTo(Decision.NONE);
        assertThat(fay.leadKey()).isEqualTo(ExternalId.hash("fay@unheard.example"));
        assertThat(fay.confidence()).isZero();
    }

    @Test
    void twoConversationsOfOneNewVisitorMeetOnOneLead() {
        directory.load(Progress.SILENT);
        Matcher matcher = new Matcher(directory);
        Identity first = matcher.identify(withEmail("fay@unheard.example"));
        directory.noteWritten(List.of(new OwnWrite(
                "Lead", "00QF", Map.of("Email", "fay@unheard.example", "Chat_Visitor_Id__c", first.leadKey()))));

        Identity second = matcher.identify(withEmail("Fay@unheard.example"));

        assertThat(second.kind()).isEqualTo(Kind.LEAD);
        assertThat(second.leadId()).isEqualTo("00QF");
        assertThat(second.leadKey()).isEqualTo(first.leadKey());
    }

    @Test
    void whoLeavesOnlyAPhoneNumberIsKnownByTheConversation() {
        Person caller = new Person(null, null, null, "08-123 45 00", null, null, null, null, null);
        Visitor visitor = Visitor.of("site", caller, "c7");
        assertThat(identify(visitor).leadKey()).isEqualTo("site:conversation:c7");
        crm.has("Lead", "00QA", "Phone", "08-123 45 00", "Chat_Visitor_Id__c", "site:conversation:c7");

        assertThat(identify(visitor).leadId()).isEqualTo("00QA");
        assertThat(identify(Visitor.of("site", caller, "c8")).decision()).isEqualTo(Decision.REVIEW);
        assertThat(Visitor.of("site", Person.UNKNOWN, "c7").externalId()).isNull();
    }

    @Test
    void anOpenedWidgetIsNobody() {
        Identity nobody = identify(visitor("v1", "not an e-mail", "n/a", "http://"));

        assertThat(nobody.kind()).isEqualTo(Kind.ANONYMOUS);
        assertThat(nobody.decision()).isEqualTo(Decision.NONE);
        assertThat(nobody.leadKey()).isNull();
        assertThat(nobody.evidence()).isEmpty();
    }

    @Test
    void beforeTheCrmIsLoadedNobodyIsTakenForNew() {
        Identity early = new Matcher(directory).identify(withEmail("anna@nordwind.example"));

        assertThat(early.kind()).isEqualTo(Kind.ANONYMOUS);
        assertThat(early.decision()).isEqualTo(Decision.REVIEW);
        assertThat(early.evidence())
                .containsExactly("Review: the CRM's records are still being loaded, so somebody may be missing");
    }

    @Test
    void aStaleDirectorySaysSo() {
        directory.load(Progress.SILENT);
        clock.add(Duration.ofMinutes(11));

        Identity anna = new Matcher(directory).identify(withEmail("anna@nordwind.example"));

        assertThat(anna.contactId()).isEqualTo("003A");
        assertThat(anna.decision()).isEqualTo(Decision.REVIEW);
    }
}
