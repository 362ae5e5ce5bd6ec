package dev.parley.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a visitor writes comes into a query as text, whatever it is. */
class SoqlTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Ann, 'Ann'",
                "O'Hara, 'O\\'Hara'",
                "' OR Name != ', '\\' OR Name != \\''",
                "\\, '\\\\'",
                "\\', '\\\\\\''",
                "a\"b, 'a\\\"b'",
                "100%_sure, '100%_sure'",
            })
    void aTextEndsWhereItsQuoteDoes(String value, String literal) {
        assertThat(Soql.text(value)).isEqualTo(literal);
    }

    @Test
    void aLineBreakStaysInsideTheText() {
        assertThat(Soql.text("a\nb\rc\td\be\ff")).isEqualTo("'a\\nb\\rc\\td\\be\\ff'");
    }

    @Test
    void eachTextOfAListIsEscaped() {
        assertThat(Soql.list(List.of("a", "b') OR (Id != '", "c\\"))).isEqualTo("('a','b\\') OR (Id != \\'','c\\\\')");
        assertThatIllegalArgumentException().isThrownBy(() -> Soql.list(List.of()));
    }

    @Test
    void aTimeHasWholeSeconds() {
        assertThat(Soql.time(Instant.parse("2026-03-02T12:00:00.987Z"))).isEqualTo("2026-03-02T12:00:00Z");
    }
}
