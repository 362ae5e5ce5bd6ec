package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> PEOPLE =
            List.of("maja@norrvik.example", "daniel@norrvik.example", "manager@norrvik.example", "ida@other.example");

    @ParameterizedTest
    @CsvSource({
        "manger@norrvik.example, manager@norrvik.example",
        "Danile@Norrvik.example, daniel@norrvik.example",
        "ida@othr.example, ida@other.example",
        "ida@norrvik.example, ida@other.example",
        "zoltan@norrvik.example, ",
        "nobody, ",
    })
    void anAddressMeansAColleagueOrTheSamePersonElsewhere(String address, String meant) {
        assertThat(Suggestion.amongAddresses(PEOPLE, address)).isEqualTo(meant);
    }

    @Test
    void aSlipChangesTwoLettersAtMost() {
        List<String> fields = List.of("OwnerId", "Owner__c", "Chat_Visitor_Name__c", "AccountId");

        assertThat(Suggestion.slips(fields, "OwnrId")).containsExactly("OwnerId");
        assertThat(Suggestion.slips(fields, "OwenrId")).containsExactly("OwnerId");
        assertThat(Suggestion.slips(fields, "Chat_Visitor_Id__c")).isEmpty();
        assertThat(Suggestion.slips(fields, "OwnerId")).isEmpty();
    }
}
