package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person decides on top of what they decided before. */
class ManualTest {

    private static Map<String, String> first(String field, String id) {
        return Map.of(Manual.ACCOUNT, "001", field, id, Manual.OPPORTUNITY, "006");
    }

    private static Map<String, String> then(Map<String, String> before, Map<String, String> later) {
        return new Manual(before, Instant.EPOCH).and(later);
    }

    @Test
    void aLeadTakesTheContactsPlaceAndTheOtherWayRound() {
        assertThat(then(first(Manual.CONTACT, "003"), Map.of(Manual.LEAD, "00Q")))
                .containsEntry(Manual.LEAD, "00Q")
                .containsEntry(Manual.ACCOUNT, "001")
                .doesNotContainKey(Manual.CONTACT);
        assertThat(then(first(Manual.LEAD, "00Q"), Map.of(Manual.CONTACT, "003")))
                .containsEntry(Manual.CONTACT, "003")
                .doesNotContainKey(Manual.LEAD);
    }

    @Test
    void whoSaysNobodyTakesBackWhomTheyChose() {
        assertThat(then(first(Manual.LEAD, "00Q"), Manual.nobody())).isEqualTo(Manual.nobody());
    }
}
