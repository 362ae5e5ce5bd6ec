package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.re2j.Pattern;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What would be compiled for ever is refused at once, and what can be compiled is not. */
@Timeout(60)
class EndlessCasesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[.-\uFFFD]+",
                "[\u0430-\uA64B]",
                "[^\\x{1c00}-\\x{1c81}]",
                "[[:alpha:]\u0430-\uA64B]",
                "[\\pL\\.-\uFFFD]",
                "[]a-\uFFFD]",
                "[^]-\uFFFD]",
                "[a-z\\]\\x41-\\x{10FFFF}]",
                "\u1C80",
                "one|\\x{1C88}",
                "\\\u1C84"
            })
    void isFound(String expression) {
        assertThat(EndlessCases.areIn(expression)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A-\u578B\u53F7",
                "[\u4E00-\u9FFF-]+",
                "[a-z][-\uFFFD]",
                "[\\w-\uFFFD]?",
                "[^\\pL\\pN]",
                "[a-]\uFFFD",
                "\\[a-\uFFFD\\]",
                "(?:^|[^\\d.,])[\u0600-\u06FF]{2}",
                "\\p{Cyrillic}[[:^alpha:]]\\W\\PL.",
                ""
            })
    void isNotSeenWhereItIsNotAndWhatIsLeftCanBeCompiled(String expression) {
        assertThat(EndlessCases.areIn(expression)).isFalse();
        assertThatCode(() -> Pattern.compile(expression, Pattern.CASE_INSENSITIVE))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "functions/en.yaml | functions: {praise: {threshold: 0.5, rules: ['fine [.-�]'], phrases: [fine]}}",
                "signals/en.yaml | signals: {praise: {phrases: ['fine [.-�]']}}",
            })
    void aFileWithOneIsRefusedAtItsPlace(String name, String text) {
        assertThat(MappingFiles.load(Map.of(name, text)).findings()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("pattern-endless-case");
            assertThat(finding.place().column()).isGreaterThan(20);
        });
    }
}
