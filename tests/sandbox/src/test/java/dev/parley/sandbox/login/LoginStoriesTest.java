package dev.parley.sandbox.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.sandbox.Api;
import dev.parley.sandbox.Api.Answer;
import dev.parley.sandbox.OrgStories;
import org.junit.jupiter.api.Test;

class LoginStoriesTest extends OrgStories {

    @Test
    void aClientLearnsWhichOrgAndWhichUserItHas() {
        Answer who = plugin.get("/services/oauth2/userinfo");
        assertThat(who.at("/organization_id")).startsWith("00D").hasSize(18);
        assertThat(who.at("/user_id")).startsWith("005").hasSize(18);
        assertThat(who.at("/sub"))
                .isEqualTo(org.url() + "/id/" + who.at("/organization_id") + "/" + who.at("/user_id"));
        assertThat(admin.get("/services/oauth2/userinfo").at("/user_id")).isNotEqualTo(who.at("/user_id"));
        assertThat(plugin.query("SELECT Id FROM Organization").at("/records/0/Id"))
                .isEqualTo(who.at("/organization_id"));
    }

    @Test
    void theResourcesLeadToWhoIsLoggedIn() {
        Answer resources = plugin.get("/");
        assertThat(resources.at("/sobjects")).isEqualTo("/services/data/v62.0/sobjects");
        assertThat(resources.at("/identity"))
                .isEqualTo(plugin.get("/services/oauth2/userinfo").at("/sub"));
    }

    @Test
    void aWrongSecretAndAnUnknownClientAreRefused() {
        assertThatThrownBy(() -> Api.login(org.url(), "demo", "guess")).hasMessageContaining("invalid_client");
        assertThatThrownBy(() -> Api.login(org.url(), "stranger", "demo")).hasMessageContaining("invalid_client_id");
    }

    @Test
    void withoutAValidTokenNothingIsAnswered() {
        Answer refused = admin.token("00Dxx!nonsense").get("/sobjects");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.at("/0/errorCode")).isEqualTo("INVALID_SESSION_ID");
        assertThat(refused.at("/0/message")).isEqualTo("Session expired or invalid");
    }

    @Test
    void theVersionsAreOpenToAll() {
        Answer versions = admin.token("none").get("/services/data");
        assertThat(versions.at("/0/version")).isEqualTo("30.0");
        assertThat(versions.body()).anySatisfy(version -> {
            assertThat(version.get("version").asText()).isEqualTo("62.0");
            assertThat(version.get("label").asText()).isEqualTo("Winter '25");
            assertThat(version.get("url").asText()).isEqualTo("/services/data/v62.0");
        });
    }

    @Test
    void aFurtherClientCanBeRegistered() {
        org.register("other", "secret", "admin@parley.example");
        assertThat(Api.login(org.url(), "other", "secret").get("/limits").status())
                .isEqualTo(200);
    }
}
