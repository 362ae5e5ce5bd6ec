package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The CRM's spelling of a value, and ours. */
class FieldValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02T12:00:00Z | 2026-03-02T12:00:00.000+0000",
                "2026-03-02T12:00:00.987Z | 2026-03-02T13:00:00.000+01:00",
                "a;b;c | c;a;b",
                "text | 'text '",
                "001000000000001 | 001000000000001AAA",
                "001D000000IqhSL | 001D000000IqhSLIAZ"
            })
    void otherSpellingsOfTheSame(String ours, String theirs) {
        assertThat(FieldValue.same(FieldValue.json(ours), FieldValue.json(theirs)))
                .isTrue();
        assertThat(FieldValue.same(FieldValue.json(theirs), FieldValue.json(ours)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02T12:00:00Z | 2026-03-02T12:00:01Z",
                "a;b | a;b;c",
                "Text | text",
                "internationalis | internationaliser",
                "representationen | representationens",
                "001D000000IqhSL | 001D000000IqhSLAAA"
            })
    void whatIsNotTheSame(String ours, String theirs) {
        assertThat(FieldValue.same(FieldValue.json(ours), FieldValue.json(theirs)))
                .isFalse();
    }

    @Test
    void nothingIsNothingHoweverItIsSaid() {
        assertThat(FieldValue.same(FieldValue.json(null), FieldValue.json(" "))).isTrue();
        assertThat(FieldValue.same(null, FieldValue.json(""))).isTrue();
        assertThat(FieldValue.same(FieldValue.json(5), FieldValue.json(5.00))).isTrue();
        assertThat(FieldValue.same(FieldValue.json(0), FieldValue.json(null))).isFalse();
    }
}
