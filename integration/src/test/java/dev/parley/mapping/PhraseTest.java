package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phrases are found where the expression is, and the quick look that goes before never hides one. */
class PhraseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "our licen[cs]es?; Is our license still good?; true",
                "our licen[cs]es?; hour licence; false",
                "(a|b) tests?; the B TESTS; true",
                "x{0,3}y; y; true",
                "ab{0,2}c; it is ac now; true",
                "colou?r; the color; true",
                "one|two; only two; true",
                "går ut; Licensen går ut snart; true",
                "går ut; Den angår utskottet; false",
                "\\d+ seats; for 40 seats; true",
            })
    void isFoundAsWholeWordsInAnyCase(String phrase, String sentence, boolean found) {
        assertThat(Phrase.of(phrase, true, true).isIn(sentence, new Haystack(sentence.toLowerCase(Locale.ROOT))))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"合同.{0,3}到期; 我们的合同快到期了; true", "(发|寄).{0,4}给您; 我把报价单发给您; true", "预算; 没有钱; false"})
    void isFoundAnywhereWhereWordsAreNotParted(String phrase, String sentence, boolean found) {
        assertThat(Phrase.of(phrase, false, true).isIn(sentence, new Haystack(sentence)))
                .isEqualTo(found);
    }
}
