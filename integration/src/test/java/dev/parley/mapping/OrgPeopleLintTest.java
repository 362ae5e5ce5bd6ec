package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whom people.yaml names is looked for in the org, before a conversation finds nobody. */
class OrgPeopleLintTest {

    private static final String RECORD =
            """
            sobject: Chat_Conversation__c
            externalId: External_Id__c
            key: conversation.externalId
            fields: { Source__c: conversation.source }
            """;

    private final OrgInMemory org = new OrgInMemory()
            .with(
                    "Chat_Conversation__c",
                    "External_Id__c string 255 c external unique filter",
                    "Source__c string 0 c u")
            .granting("Chat_Conversation__c", "Chat_Conversation__c.External_Id__c", "Chat_Conversation__c.Source__c")
            .employing("ada@company.example", true)
            .employing("ben@company.example", false)
            .queueing("Sales_Desk");

    @Test
    void usersAndQueuesThatAreThereAreFound() {
        assertThat(findings("agents:\n  web:a7: Ada@company.example\nfallbackOwner: Sales_Desk\n"))
                .isEmpty();
        assertThat(findings("fallbackOwner: manager\n")).isEmpty();
        assertThat(findings("fallbackOwner: ada@company.example\n")).isEmpty();
    }

    @Test
    void whomTheOrgLacksIsNamedWithTheirLine() {
        assertThat(findings("agents:\n  web:a7: adda@company.example\n  web:a8: ben@company.example\n"
                        + "fallbackOwner: Sale_Desk\n"))
                .containsExactly(
                        "people.yaml:2:11 unknown-user: the org has no user 'adda@company.example', or hides them from"
                                + " the integration user. Did you mean 'ada@company.example'?",
                        "people.yaml:3:11 unknown-user: (warning) the user 'ben@company.example' is inactive:"
                                + " Salesforce gives them no record.",
                        "people.yaml:4:16 unknown-queue: the org has no queue 'Sale_Desk', or hides it from the"
                                + " integration user. Did you mean 'Sales_Desk'?");
    }

    @Test
    void aMisspeltManagerMayBeMeant() {
        assertThat(findings("fallbackOwner: manger\n"))
                .containsExactly("people.yaml:1:16 unknown-queue: the org has no queue 'manger', or hides it from the"
                        + " integration user. Did you mean 'manager'?");
    }

    @Test
    void sellersWithoutAUserAreTold() {
        String routing =
                """
                rules: [ { name: all, when: "true", offer: [ desk ] } ]
                pools:
                  desk:
                    sellers:
                      - email: Ada@company.example
                      - email: adda@company.example
                      - email: ben@company.example
                """;

        assertThat(findingsOf("routing.yaml", routing))
                .containsExactly(
                        "routing.yaml:6:16 unknown-user: (warning) the org has no active user with the address"
                                + " 'adda@company.example': they are asked, but no record becomes theirs."
                                + " Did you mean 'ada@company.example'?",
                        "routing.yaml:7:16 unknown-user: (warning) the org has no active user with the address"
                                + " 'ben@company.example': they are asked, but no record becomes theirs.");
    }

    @Test
    void whoHoldsMeetingsIsLookedForToo() {
        String meetings =
                """
                sellers:
                  ada: { name: Ada, email: ada@company.example }
                  adda: { name: Adda, email: adda@company.example }
                  cal: { name: Cal, email: cal@calendar.example }
                """;
        Map<String, String> files = Map.of(
                "salesforce/chat.yaml", RECORD,
                "people.yaml", "agents:\n  cal@calendar.example: ada@company.example\n",
                "meetings.yaml", meetings);

        assertThat(findingsOf(files))
                .containsExactly(
                        "meetings.yaml:3:30 unknown-user: (warning) the org has no active user with the address"
                                + " 'adda@company.example': its calendar does not tell when they are busy, and no event becomes"
                                + " theirs. Did you mean 'ada@company.example'?");
    }

    @Test
    void whoGetsWhatNobodyTookIsLookedForToo() {
        String routing =
                "rules: [ { name: all, when: \"true\", offer: [ account-owner ] } ]\nescalation: { owner: %s }\n";

        assertThat(findingsOf("routing.yaml", routing.formatted("Sales_Desk"))).isEmpty();
        assertThat(findingsOf("routing.yaml", routing.formatted("Sale_Desk")))
                .containsExactly(
                        "routing.yaml:2:22 unknown-queue: the org has no queue 'Sale_Desk', or hides it from the"
                                + " integration user. Did you mean 'Sales_Desk'?");
        assertThat(findingsOf("routing.yaml", routing.formatted("adda@company.example")))
                .containsExactly("routing.yaml:2:22 unknown-user: the org has no user 'adda@company.example', or hides"
                        + " them from the integration user. Did you mean 'ada@company.example'?");
    }

    @Test
    void stagesAndFieldsThatConversationsAreJudgedByAreThere() {
        org.with("Opportunity", "StageName picklist u : Qualification|Negotiation");
        org.with("Account", "Industry picklist u", "Active__c boolean u");
        String qualification =
                """
                certainty: 0.5
                stages: [ { stage: customer, when: { account: { Actve__c: "true" } } } ]
                reasons: [ { name: ours, points: 5, when: { account: { Industry: [Utilities] } } } ]
                grades: { A: 50, B: 30, C: 10 }
                """;
        Map<String, String> files = Map.of(
                "salesforce/chat.yaml", RECORD,
                "identity.yaml", "opportunities: { stages: { Qualification: 1, Negotation: 0.5 } }\n",
                "qualification.yaml", qualification);

        assertThat(findingsOf(files))
                .containsExactly(
                        "identity.yaml:1:46 unknown-picklist-value: (warning) 'Negotation' is not an active value of"
                                + " Opportunity.StageName. Did you mean 'Negotiation'?",
                        "qualification.yaml:2:49 unknown-field: the org's Account has no field 'Actve__c', or hides it"
                                + " from the integration user. Did you mean 'Active__c'?");
    }

    private List<String> findings(String people) {
        return findingsOf("people.yaml", people);
    }

    private List<String> findingsOf(String file, String text) {
        return findingsOf(Map.of("salesforce/chat.yaml", RECORD, file, text));
    }

    private List<String> findingsOf(Map<String, String> files) {
        return OrgLint.checkAll(MappingFiles.load(files).orThrow(), org).stream()
                .map(Finding::toString)
                .toList();
    }
}
