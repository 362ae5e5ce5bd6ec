package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an admin asks at the command line, and how it says yes or no to a script: 0 well, 1 findings, 2 misuse. */
class CommandStoriesTest {

    @RegisterExtension
    static final Installation PARLEY = Installation.with();

    private final Plugin plugin = PARLEY.plugin();
    private final ChatService chats = PARLEY.chats();

    @AfterEach
    void soundSettings() {
        plugin.with("crm.clientSecret", "parley-demo", "crm.url", PARLEY.org().url());
    }

    @Test
    void aSoundInstallationPassesTheDoctor() throws Exception {
        Plugin.Ended examined = plugin.command("doctor");

        assertThat(examined.status()).as(examined.output()).isZero();
        assertThat(examined.output()).contains("Parley can be started.");
    }

    @Test
    void theDoctorFindsAWrongSecretAndAnOrgThatIsNotThere() throws Exception {
        plugin.with("crm.clientSecret", "wrong-secret");
        Plugin.Ended secret = plugin.command("doctor");
        assertThat(secret.status()).as(secret.output()).isEqualTo(1);
        assertThat(secret.output()).contains("crm.clientSecret").doesNotContain("wrong-secret");

        plugin.with("crm.url", "http://127.0.0.1:1");
        Plugin.Ended nobody = plugin.command("doctor");
        assertThat(nobody.status()).as(nobody.output()).isEqualTo(1);
        assertThat(nobody.output()).contains("crm.url");
    }

    @Test
    void theShippedMappingsAreSoundAndAMisspeltFieldIsFoundWithItsPlace() throws Exception {
        Plugin.Ended sound =
                plugin.command("mappings", "check", Plugin.project("mappings").toString());
        assertThat(sound.status()).as(sound.output()).isZero();

        Path folder = Files.createDirectories(plugin.home().resolve("misspelt/salesforce"));
        String lead = Files.readString(Plugin.project("mappings/salesforce/lead.yaml"));
        Files.writeString(folder.resolve("lead.yaml"), lead.replace("externalId:", "externlId:"));
        Plugin.Ended broken =
                plugin.command("mappings", "check", folder.getParent().toString());
        assertThat(broken.status()).as(broken.output()).isEqualTo(1);
        assertThat(broken.output()).contains("lead.yaml:", "externlId", "externalId");
    }

    @Test
    void aMisspeltSettingIsRefusedWithWhatWasMeant() throws Exception {
        plugin.with("delivery.intervall", "1s");
        try {
            Plugin.Ended refused = plugin.command("run");
            assertThat(refused.status()).isNotZero();
            assertThat(refused.output()).contains("delivery.intervall", "Did you mean 'delivery.interval'?");
        } finally {
            plugin.without("delivery.intervall");
        }
    }

    @Test
    void misuseIsToldApartFromFindings() throws Exception {
        assertThat(plugin.command("--help").status()).isZero();
        assertThat(plugin.command("reconsile").status()).isEqualTo(2);
        assertThat(plugin.command("reconcile", "--since", "yesterday").status()).isEqualTo(2);
    }

    @Test
    void reconcileFindsWhatWasLostInTheCrmAndRepairsIt() throws Exception {
        Chat chat =
                Chat.of("lost-1").started(Map.of("id", "v")).visitor("Hello").closed();
        chats.tell(chat);
        String id = PARLEY.org()
                .one("SELECT Id FROM Chat_Conversation__c WHERE External_Id__c = 'site:lost-1'")
                .path("Id")
                .asText();
        PARLEY.org().delete("Chat_Conversation__c", id);

        Plugin.Ended differs = plugin.command("reconcile");
        assertThat(differs.status()).as(differs.output()).isEqualTo(1);
        assertThat(differs.output()).contains("site:lost-1", "record missing");

        plugin.command("reconcile", "--repair");
        chats.awaitDelivery(chat);
        assertThat(plugin.command("reconcile").status()).isZero();
        assertThat(Transcript.texts(PARLEY.org(), chat)).containsExactly("Hello");
    }
}
