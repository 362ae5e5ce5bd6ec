package dev.parley.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One rule for names of many languages. */
class PersonNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Anna Berg | Anna | Berg",
                "Anna Maria Berg | Anna Maria | Berg",
                "Berg, Anna Maria | Anna Maria | Berg",
                "Ludwig van der Rohe | Ludwig | van der Rohe",
                "Carl von Linné | Carl | von Linné",
                "王小明 | 小明 | 王",
                "欧阳娜娜 | 娜娜 | 欧阳",
                "سارا احمدی | سارا | احمدی",
                "Anna , | '' | Anna",
                ", Anna | '' | Anna",
                "Cher | '' | Cher"
            })
    void isSplitByOneRule(String whole, String first, String last) {
        assertThat(PersonName.of(whole)).isEqualTo(new PersonName(first.isEmpty() ? null : first, last));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", ",", " , , "})
    void nobodyHasNoName(String whole) {
        assertThat(PersonName.of(whole)).isEqualTo(new PersonName(null, null));
    }

    @Property
    void noPartIsEverBlank(@ForAll String whole) {
        PersonName name = PersonName.of(whole);

        assertThat(name.first() == null || !name.first().isBlank()).isTrue();
        assertThat(name.last() == null || !name.last().isEmpty()).isTrue();
    }
}
