package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The file that says who the people of the chat services are. */
class PeopleTest {

    private static final String RECORD =
            """
            sobject: Chat_Conversation__c
            externalId: External_Id__c
            key: conversation.externalId
            fields: { Source__c: conversation.source }
            """;

    @Test
    void tellsTheUsersOfAgentsAndWhoStandsInForAnOwner() {
        People people = people(
                        """
                agents:
                  web:a7: ada@company.example
                  ben@chat.example: ben@company.example
                fallbackOwner: Sales
                """)
                .orThrow()
                .people();

        assertThat(people.username("web", "a7", null)).contains("ada@company.example");
        assertThat(people.username("web", "a8", "ben@chat.example")).contains("ben@company.example");
        assertThat(people.username("shop", "a7", null)).isEmpty();
        assertThat(people.fallbackOwner()).isEqualTo("Sales");
    }

    @Test
    void isNotNeeded() {
        Loaded loaded = MappingFiles.load(Map.of("salesforce/chat.yaml", RECORD));

        assertThat(loaded.orThrow().people()).isEqualTo(People.UNKNOWN);
    }

    @Test
    void saysAtEachPlaceWhatIsWrong() {
        Loaded loaded = people(
                """
                agents:
                  a7: ada@company.example
                  web:a8: Ada King
                falbackOwner: manager
                """);

        assertThat(loaded.findings())
                .extracting(finding -> finding.place().line())
                .containsExactly(2, 3, 4);
        assertThat(loaded.findings()).extracting(Finding::toString).anyMatch(said -> said.contains("fallbackOwner"));
    }

    @Test
    void changesTheVersionOfTheFiles() {
        assertThat(people("fallbackOwner: manager").orThrow().version())
                .isNotEqualTo(people("fallbackOwner: Sales").orThrow().version());
    }

    private static Loaded people(String text) {
        return MappingFiles.load(Map.of("salesforce/chat.yaml", RECORD, "people.yaml", text));
    }
}
