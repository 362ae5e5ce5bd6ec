package dev.parley.sandbox.soql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikePatternTest {

    @ParameterizedTest
    @CsvSource({
        "abc, ABC, true",
        "abc, abcd, false",
        "a%, a, true",
        "a%c, abbbc, true",
        "a%c, abbbcd, false",
        "%b%, abc, true",
        "a_c, abc, true",
        "a_c, ac, false",
        "%a%a%, banana, true",
        "%an%an%an%, banana, false",
        "__, é中, true",
        "a_, a🙂, true",
        "a\\%, a%, true",
        "a\\%, ab, false",
        "a\\_b, a_b, true",
        "a\\\\b, a\\b, true",
        "%%%, '', true",
        "_, '', false",
    })
    void matchesTheWholeText(String pattern, String text, boolean expected) {
        assertThat(new LikePattern(pattern).matches(text)).isEqualTo(expected);
    }

    @Test
    void takesNoLongerThanTheProductOfBothLengths() {
        LikePattern pattern = new LikePattern("%a".repeat(2_000) + "%b");

        assertThat(pattern.matches("a".repeat(20_000))).isFalse();
    }
}
