package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One slip of the hand is one finding, whatever else leans on what was meant. */
class MisspeltKeyTest {

    private static final String LEAD =
            """
            sobject: Lead
            externalId: Chat_Visitor_Id__c
            key: conversation.id
            assignment: none
            duplicates: useMatch
            fields:
              LastName: { from: visitor.lastName, default: Unknown }
            """;

    private static final String CONVERSATION =
            """
            sobject: Chat_Conversation__c
            externalId: External_Id__c
            key: conversation.id
            fields:
              Lead__c:
                reference: { sobject: Lead, externalId: Chat_Visitor_Id__c, key: conversation.id }
            """;

    private static final String TEST =
            """
            tests:
              - name: makes a lead
                file: chat.jsonl
                expect:
                  Lead:
                    - LastName: Hara
            """;

    @Test
    void theNameOfTheObjectIsLookedForUnderTheKeyThatWasMeant() {
        assertThat(findings(LEAD.replace("sobject:", "sobjct:")))
                .containsExactly("salesforce/lead.yaml:1:1 unknown-key: 'sobjct' is not a key of a mapping file."
                        + " Did you mean 'sobject'?");
    }

    @Test
    void aKeyThatIsDemandedIsNotMissingOnlyBecauseItIsMisspelt() {
        assertThat(findings(LEAD.replace("externalId:", "externalID:")))
                .containsExactly("salesforce/lead.yaml:2:1 unknown-key: 'externalID' is not a key of a mapping file."
                        + " Did you mean 'externalId'?");
    }

    @Test
    void whatStandsBelowAMisspeltKeyIsReadToo() {
        assertThat(findings(LEAD.replace("fields:", "feilds:").replace("from:", "form:")))
                .containsExactly(
                        "salesforce/lead.yaml:6:1 unknown-key: 'feilds' is not a key of a mapping file."
                                + " Did you mean 'fields'?",
                        "salesforce/lead.yaml:7:15 unknown-key: 'form' is not a key of a field. Did you mean 'from'?");
    }

    @Test
    void whereTheObjectIsNotNamedAtAllNothingIsSaidOfWhatItWouldHaveMade() {
        assertThat(findings(LEAD.replace("sobject: Lead\n", "")))
                .containsExactly(
                        "salesforce/lead.yaml:1:1 missing-key: 'sobject' is missing: API name of the Salesforce"
                                + " object, such as Lead or Chat_Conversation__c.");
    }

    @Test
    void aMisspeltKeyBesideTheRightOneIsOneTooMany() {
        assertThat(findings("sobjct: Contact\n" + LEAD))
                .containsExactly("salesforce/lead.yaml:1:1 unknown-key: 'sobjct' is not a key of a mapping file."
                        + " Did you mean 'sobject'?");
    }

    private static List<String> findings(String lead) {
        Map<String, String> files = Map.of(
                "salesforce/lead.yaml", lead,
                "salesforce/chat_conversation.yaml", CONVERSATION,
                "salesforce/lead.test.yaml", TEST);
        return MappingFiles.load(files).findings().stream()
                .map(Finding::toString)
                .toList();
    }
}
