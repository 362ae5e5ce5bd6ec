package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.parley.conversation.Person;
import dev.parley.identity.Identity.Decision;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory on disk knows companies by more than their hosts. */
class CompanyStoriesTest extends Matching {

    @TempDir
    Path home;

    @BeforeEach
    void directoryOnDisk() {
        crm.has(
                        "Account",
                        "001S",
                        "Name",
                        "Süd-Licht Pumpen GmbH",
                        "Website",
                        "suedlicht.example",
                        "Phone",
                        "+49 30 901820")
                .has("Account", "001O", "Name", "Ohne Netz Handels GmbH");
        open();
    }

    @AfterEach
    void closeDirectory() {
        directory.close();
    }

    @Test
    void aDomainTellsTheAccount() {
        Identity colleague = identify(who("gus@nordwind.example", null));

        assertThat(colleague.accountId()).isEqualTo("001N");
        assertThat(colleague.decision()).isEqualTo(Decision.AUTO);
        assertThat(colleague.confidence()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void aNameToTheLetterIsEnoughForSomebodyWithAFreeMailAddress() {
        Identity buyer = identify(who("buyer@gmail.com", "Ohne Netz Handels GmbH"));

        assertThat(buyer.accountId()).isEqualTo("001O");
        assertThat(buyer.decision()).isEqualTo(Decision.AUTO);
    }

    @Test
    void aFreeMailVisitorOfACompanyThatIsNotThereIsNobodys() {
        Identity stranger = identify(who("buyer@gmail.com", "Ganz Andere Werke AG"));

        assertThat(stranger.accountId()).isNull();
        assertThat(stranger.decision()).isNotEqualTo(Decision.AUTO);
    }

    @Test
    void aLookAlikeOfACustomersDomainIsShownToAPerson() {
        Identity fake = identify(who("gus@nоrdwind.example", null));

        assertThat(fake.decision()).isEqualTo(Decision.REVIEW);
        assertThat(fake.candidates()).extracting(Candidate::id).contains("001N");
    }

    @Test
    void aChatThatNamesAnotherCompanyThanItsAddressIsForAPersonToLookAt() {
        Identity torn = identify(who("gus@nordwind.example", "Süd-Licht Pumpen GmbH"));

        assertThat(torn.decision()).isEqualTo(Decision.REVIEW);
        assertThat(torn.candidates()).extracting(Candidate::id).contains("001N", "001S");
    }

    @Test
    void whatChangesInTheCrmIsFoundByItsNewNameAlsoAfterARestart() {
        identify(who("buyer@gmail.com", null));
        crm.at(MONDAY.plusSeconds(60));
        crm.has("Account", "001O", "Name", "Mit Netz Kontor GmbH");
        await().untilAsserted(() -> assertThat(
                        identify(who("buyer@gmail.com", "Mit Netz Kontor GmbH")).accountId())
                .isEqualTo("001O"));

        directory.close();
        open();

        assertThat(identify(who("buyer@gmail.com", "Mit Netz Kontor GmbH")).accountId())
                .isEqualTo("001O");
        crm.at(MONDAY.plusSeconds(120));
        crm.delete("Account", "001O");
        await().untilAsserted(() -> assertThat(
                        identify(who("buyer@gmail.com", "Mit Netz Kontor GmbH")).accountId())
                .isNull());
    }

    @Test
    void aLostIndexOfCompaniesIsMadeAgainFromTheStore() throws Exception {
        identify(who("buyer@gmail.com", null));
        directory.close();
        MoreFiles.deleteRecursively(home.resolve("companies"), RecursiveDeleteOption.ALLOW_INSECURE);
        open();

        assertThat(identify(who("buyer@gmail.com", "Ohne Netz Handels GmbH")).accountId())
                .isEqualTo("001O");
    }

    private void open() {
        directory = new Directory(
                database.tx(),
                crm,
                clock,
                Duration.ofMinutes(10),
                Map.of(),
                new DirectoryKeys(home.resolve("directory"), "a secret"));
    }

    private static Visitor who(String email, String company) {
        return Visitor.of("site", new Person("v1", null, email, null, company, null, null, null, null));
    }
}
