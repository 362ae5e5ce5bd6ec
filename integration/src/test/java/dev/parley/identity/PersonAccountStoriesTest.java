package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Person;
import dev.parley.identity.Identity.Decision;
import dev.parley.identity.Identity.Kind;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts that are people: found as people, by the account or by its contact, and never taken for a company. */
class PersonAccountStoriesTest extends Matching {

    private static final String RULES = "people: { personAccounts: true }";
    private static final Set<String> ACCOUNT_FIELDS =
            Set.of("IsPersonAccount", "PersonContactId", "PersonEmail", "PersonMobilePhone", "FirstName", "LastName");

    @BeforeEach
    void minaIsAPersonAccount() {
        directory.keep(Map.of("Account", ACCOUNT_FIELDS, "Contact", Set.of("IsPersonAccount")));
        crm.has(
                "Account",
                "001P",
                "Name",
                "Mina Ek",
                "IsPersonAccount",
                true,
                "PersonContactId",
                "003P",
                "PersonEmail",
                "mina@ek.example",
                "Website",
                "ek.example",
                "PersonMobilePhone",
                "+46 70 123 45 67");
    }

    @Test
    void theAddressOfTheAccountLeadsToItsContactAlsoBeforeThatIsKnown() {
        assertIsMina(identify(withEmail("Mina+chat@ek.example"), Talk.SILENT, RULES));

        crm.has("Contact", "003P", "Email", "mina@ek.example", "AccountId", "001P", "IsPersonAccount", true);
        assertIsMina(identify(withEmail("mina@ek.example"), Talk.SILENT, RULES));
    }

    @Test
    void soDoesTheNumberWithTheName() {
        Visitor mina =
                Visitor.of("site", new Person("v1", "Mina Ek", null, "070-123 45 67", null, null, null, null, null));

        assertIsMina(identify(mina, Talk.SILENT, RULES));
    }

    @Test
    void aColleagueFromTheSameHostIsNotTakenForHer() {
        Identity other = identify(withEmail("karl@ek.example"), Talk.SILENT, RULES);

        assertThat(other.kind()).isEqualTo(Kind.NEW);
        assertThat(other.accountId()).isNull();
    }

    @Test
    void whatSheIsFoundByStandsInTheStoreAsHashes() {
        identify(withEmail("mina@ek.example"), Talk.SILENT, RULES);

        assertThat(directory.current("Account", "001P").orElseThrow().toString())
                .doesNotContain("mina@ek.example", "123 45 67");
    }

    private static void assertIsMina(Identity found) {
        assertThat(found.kind()).isEqualTo(Kind.CONTACT);
        assertThat(found.decision()).isEqualTo(Decision.AUTO);
        assertThat(found.contactId()).isEqualTo("003P");
        assertThat(found.accountId()).isEqualTo("001P");
        assertThat(found.mayBeLead()).isFalse();
    }
}
