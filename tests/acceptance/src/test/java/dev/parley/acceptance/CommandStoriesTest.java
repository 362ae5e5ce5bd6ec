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
    void whatTheOrgWouldNotTakeIsFoundAtItsLineBeforeAnythingIsSent() throws Exception {
        Plugin.Ended shipped = plugin.command(
                "mappings",
                "check",
                "--org",
                "--fail-on=error",
                Plugin.project("mappings").toString());
        // The sellers that the files come with are users of the demo's org alone: a warning, and no error.
        assertThat(shipped.status()).as(shipped.output()).isZero();
        assertThat(shipped.output().lines())
                .filteredOn(line -> !line.contains(": (note) "))
                .allMatch(line -> line.contains(" unknown-user: (warning) ") || line.startsWith("Findings: "));

        Path folder = Files.createDirectories(plugin.home().resolve("against/salesforce"));
        Files.writeString(
                folder.resolve("lead.yaml"),
                """
                sobject: Lead
                externalId: Phone
                key: visitor.externalId
                assignment: rules
                duplicates: useMatch
                fields:
                  LastName: { from: visitor.lastName, default: Unknown, max: 120 }
                  Compnay: { from: visitor.company, max: 255 }
                  Status: { default: Opne }
                  NumberOfEmployees: { from: visitor.name, max: 80 }
                """);
        Plugin.Ended refused =
                plugin.command("mappings", "check", "--org", folder.getParent().toString());
        assertThat(refused.status()).as(refused.output()).isEqualTo(1);
        assertThat(refused.output())
                .contains("lead.yaml:2:13 not-external-id:")
                .contains("lead.yaml:6:1 missing-field: the org makes no Lead without 'Company'.")
                .contains("lead.yaml:7:57 too-long: 'max' is 120, but Lead.LastName takes at most 80.")
                .contains("lead.yaml:8:3 unknown-field:")
                .contains("Did you mean 'Company'?")
                .contains("lead.yaml:9:22 unknown-picklist-value: (warning) 'Opne' is not an active value")
                .contains("lead.yaml:10:3 unknown-field: the org's Lead has no field 'NumberOfEmployees', or hides it");
    }

    @Test
    void whoMayViewTheSetupIsToldWhatThePermissionSetDoesNotGrant() throws Exception {
        Path folder = Files.createDirectories(plugin.home().resolve("ungranted/salesforce"));
        String lead = Files.readString(Plugin.project("mappings/salesforce/lead.yaml"));
        Files.writeString(folder.resolve("lead.yaml"), lead + "  Rating: { default: Hot }\n");
        Path administrator = plugin.home().resolve("administrator.properties");
        Files.writeString(
                administrator,
                "crm.url=%s\ncrm.clientId=demo\ncrm.clientSecret=demo\n"
                        .formatted(PARLEY.org().url()));

        Plugin.Ended checked = plugin.command(
                "mappings",
                "check",
                "--org",
                "--config",
                administrator.toString(),
                folder.getParent().toString());
        assertThat(checked.status()).as(checked.output()).isEqualTo(1);
        assertThat(checked.output())
                .contains("not-permitted: (warning) the permission set Chat_Sync_Integration does not let 'Rating' be"
                        + " written.")
                .contains("Findings: 1");
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
