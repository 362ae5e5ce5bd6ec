package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.Api.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An org with person accounts behaves as Salesforce's does. */
class PersonAccountStoriesTest extends OrgStories {

    private static final String MINA = "{\"FirstName\":\"Mina\",\"LastName\":\"Ek\","
            + "\"PersonEmail\":\"mina@ek.example\",\"Phone\":\"08-123\"}";

    @BeforeEach
    void switchOn() {
        assertThat(admin.post("/sandbox/person-accounts", "").status()).isEqualTo(200);
    }

    @Test
    void anAccountWithALastNameIsAPersonAndHasAContact() {
        String account = make("Account", MINA);

        Answer person = admin.get("/sobjects/Account/" + account);
        assertThat(person.at("/Name")).isEqualTo("Mina Ek");
        assertThat(person.at("/IsPersonAccount")).isEqualTo("true");
        Answer contact = admin.get("/sobjects/Contact/" + person.at("/PersonContactId"));
        assertThat(contact.at("/Email")).isEqualTo("mina@ek.example");
        assertThat(contact.at("/Phone")).isEqualTo("08-123");
        assertThat(contact.at("/AccountId")).isEqualTo(account);
        assertThat(contact.at("/IsPersonAccount")).isEqualTo("true");
    }

    @Test
    void itsNameIsNotWriteableAndACompanyHasNoFirstName() {
        String account = make("Account", MINA);
        Answer named = admin.patch("/sobjects/Account/" + account, "{\"Name\":\"Somebody\"}");
        assertThat(named.at("/0/errorCode")).isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(named.at("/0/message")).contains("Name");

        String company = make("Account", "{\"Name\":\"Nordlys\"}");
        assertThat(admin.get("/sobjects/Account/" + company).at("/IsPersonAccount"))
                .isEqualTo("false");
        assertThat(admin.patch("/sobjects/Account/" + company, "{\"PersonEmail\":\"a@b.example\"}")
                        .at("/0/errorCode"))
                .isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
        assertThat(admin.post("/sobjects/Account", "{\"Phone\":\"1\"}").at("/0/errorCode"))
                .isEqualTo("REQUIRED_FIELD_MISSING");
    }

    @Test
    void whoChangesTheAccountOrTheContactChangesBoth() {
        String account = make("Account", MINA);
        String contact = admin.get("/sobjects/Account/" + account).at("/PersonContactId");

        admin.patch("/sobjects/Account/" + account, "{\"PersonEmail\":\"new@ek.example\",\"LastName\":\"Berg\"}");
        assertThat(admin.get("/sobjects/Contact/" + contact).at("/Email")).isEqualTo("new@ek.example");
        assertThat(admin.get("/sobjects/Contact/" + contact).at("/Name")).isEqualTo("Mina Berg");

        admin.patch("/sobjects/Contact/" + contact, "{\"Title\":\"Buyer\"}");
        assertThat(admin.get("/sobjects/Account/" + account).at("/PersonTitle")).isEqualTo("Buyer");
    }

    @Test
    void thePluginsUserSeesThemByTheContactsRights() {
        make("Account", MINA);

        Answer seen = plugin.query("SELECT IsPersonAccount, PersonContactId, PersonEmail, FirstName FROM Account");
        assertThat(seen.at("/records/0/PersonEmail")).as(seen.text()).isEqualTo("mina@ek.example");
    }
}
