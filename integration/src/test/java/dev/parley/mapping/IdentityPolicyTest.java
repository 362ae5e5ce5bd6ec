package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.mapping.IdentityPolicy.Evidence;
import dev.parley.mapping.IdentityPolicy.NewRecords;
import dev.parley.mapping.IdentityPolicy.Several;
import dev.parley.mapping.IdentityPolicy.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The file that says how visitors are recognised. */
class IdentityPolicyTest {

    private static final String RECORD =
            """
            sobject: Chat_Conversation__c
            externalId: External_Id__c
            key: conversation.externalId
            fields: { Source__c: conversation.source }
            """;

    @Test
    void saysHowVisitorsAreRecognised() {
        IdentityPolicy policy = identity(
                        """
                people: { order: [phone, signedId], auto: 0.9, review: 0.6, several: owner, personAccounts: true }
                accounts: { auto: 0.8 }
                opportunities: { weights: { role: 1.5 }, stages: { Negotiation: 1 }, onBuyingSignal: make }
                newRecords: contact
                mail: { plusTags: different, aliases: { Old.example: new.example }, freeMail: [mail.*] }
                ownDomains: [Parley.example]
                territories: { Nordics: [SE, "NO"] }
                """)
                .orThrow()
                .identity();

        assertThat(policy.people().order()).containsExactly(Evidence.PHONE, Evidence.SIGNED_ID);
        assertThat(policy.people().thresholds()).isEqualTo(new Thresholds(0.9, 0.6));
        assertThat(policy.people().several()).isEqualTo(Several.OWNER);
        assertThat(policy.people().personAccounts()).isTrue();
        assertThat(policy.accounts()).isEqualTo(new Thresholds(0.8, 0.3));
        assertThat(policy.opportunities().weight(OpportunityPolicy.Weight.ROLE)).isEqualTo(1.5);
        assertThat(policy.opportunities().weight(OpportunityPolicy.Weight.AMOUNT))
                .isEqualTo(2.5);
        assertThat(policy.opportunities().stages()).containsEntry("Negotiation", 1.0);
        assertThat(policy.opportunities().onBuyingSignal()).isTrue();
        assertThat(policy.newRecords()).isEqualTo(NewRecords.CONTACT);
        assertThat(policy.mail().plusTags()).isFalse();
        assertThat(policy.mail().aliases()).containsEntry("old.example", "new.example");
        assertThat(policy.mail().freeMail()).containsExactly("mail.*");
        assertThat(policy.ownDomains()).containsExactly("parley.example");
        assertThat(policy.territory("NO")).contains("Nordics");
        assertThat(policy.territory("DE")).isEmpty();
    }

    @Test
    void isNotNeededAndTheShippedOneSaysWhatHoldsWithoutIt() throws IOException {
        String shipped = Files.readString(Path.of("..", "mappings", "identity.yaml"));

        assertThat(identity(shipped).orThrow().identity()).isEqualTo(IdentityPolicy.DEFAULT);
        assertThat(MappingFiles.load(Map.of("salesforce/chat.yaml", RECORD))
                        .orThrow()
                        .identity())
                .isEqualTo(IdentityPolicy.DEFAULT);
    }

    @Test
    void saysAtEachPlaceWhatIsWrong() {
        Loaded loaded = identity(
                """
                people:
                  order: [email, telefone]
                  auto: 0.5
                  review: 0.6
                  sevral: oldest
                accounts: { auto: 1.5 }
                opportunities: { weights: { rolle: 3 } }
                newRecords: leed
                mail:
                  aliases: { old.example: anna@new.example }
                  freeMail: [free mail, mail.*, mail.example]
                territories:
                  DACH: [DE, AT, XX]
                  South: [AT]
                """);

        assertThat(loaded.findings())
                .extracting(finding -> finding.place().line() + " " + finding.rule() + " " + finding.didYouMean())
                .containsExactlyInAnyOrder(
                        "2 wrong-value null",
                        "4 contradiction null",
                        "5 unknown-key several",
                        "6 wrong-value null",
                        "7 unknown-key role",
                        "8 wrong-value lead",
                        "10 wrong-value null",
                        "11 wrong-value null",
                        "13 wrong-value null",
                        "14 contradiction null");
        assertThat(loaded.broken()).isTrue();
    }

    @Test
    void changesTheVersionOfTheFiles() {
        assertThat(identity("newRecords: lead").orThrow().version())
                .isNotEqualTo(identity("newRecords: none").orThrow().version());
    }

    private static Loaded identity(String text) {
        return MappingFiles.load(Map.of("salesforce/chat.yaml", RECORD, "identity.yaml", text));
    }
}
