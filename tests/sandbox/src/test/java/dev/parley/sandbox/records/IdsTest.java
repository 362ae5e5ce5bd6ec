package dev.parley.sandbox.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdsTest {
    @ParameterizedTest
    @CsvSource({
        "001D000000IqhSL,001D000000IqhSLIAZ",
        "001RM000003oCpr,001RM000003oCprYAE",
        "001D000000K0fXO,001D000000K0fXOIAZ"
    })
    void theLastThreeCharactersTellWhichOthersAreCapitals(String short15, String long18) {
        assertThat(Ids.to18(short15)).isEqualTo(long18);
        assertThat(Ids.canonical(short15)).isEqualTo(long18);
        assertThat(Ids.isWellFormed(short15)).isTrue();
        assertThat(Ids.isWellFormed(long18)).isTrue();
    }

    @Test
    void aCheckThatDoesNotFitIsNoId() {
        assertThat(Ids.isWellFormed("001D000000IqhSLIAA")).isFalse();
        assertThat(Ids.isWellFormed("001D000000Iqh")).isFalse();
    }

    @Test
    void anIdRemembersItsNumber() {
        String id = Ids.of("a00", 123_456_789L);
        assertThat(id).hasSize(18).startsWith("a00");
        assertThat(Ids.number(id)).isEqualTo(123_456_789L);
    }
}
