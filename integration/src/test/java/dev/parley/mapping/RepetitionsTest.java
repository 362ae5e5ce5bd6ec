package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts within counts are found to be too many before anything is compiled. */
class RepetitionsTest {

    /** A program of half a milliard steps: compiling it would end in an OutOfMemoryError, not in a finding. */
    private static final String ENORMOUS = "((((a{1,150}){1,150}){1,150}){1,150})";

    @ParameterizedTest
    @ValueSource(
            strings = {
                ENORMOUS,
                "(((\\d{150}){150}){150}){150}",
                "(?:(?:(?:[^\\]()]{1,99}x){1,99}y){1,99}z){2,}",
                "((((a{150}){150}){150}){150}"
            })
    void countsWithinCountsAreTooMany(String expression) {
        assertThat(Repetitions.areTooMany(expression)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "^\\[(?P<time>\\d{1,2}:\\d\\d(?::\\d\\d)?)\\] (?P<author>[^:]{1,120}?) ?: ?(?P<text>.*)$",
                "(\\w+ ){0,5}a (\\w+ ){0,5}b (\\w+ ){0,5}c (\\w+ ){0,5}d (\\w+ ){0,5}e (\\w+ ){0,5}f (\\w+ ){0,5}",
                "\\p{Lu}{2,40}\\x{1F600}{3}[]{}()]{3}\\{99999}",
                "{99999} and a{,99999}",
                "))((",
                "a\\",
                "["
            })
    void countsBesideEachOtherAreNot(String expression) {
        assertThat(Repetitions.areTooMany(expression)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"transcripts/acme.yaml", "functions/en.yaml", "presence/en.yaml", "signals/en.yaml"})
    void everyKindOfFileRefusesOneAtItsPlace(String file) {
        Map<String, String> texts = Map.of(
                "transcripts/acme.yaml", "service: Acme\nmail:\n  from: '" + ENORMOUS + "'\nlines: [{ begins: a }]\n",
                "functions/en.yaml",
                        "functions:\n  praise:\n    rules: ['" + ENORMOUS + "']\n    phrases: [well done]\nnone: [a]\n",
                "presence/en.yaml", "affective:\n  emotion:\n    patterns: ['" + ENORMOUS + "']\n",
                "signals/en.yaml", "signals:\n  budget:\n    phrases: ['" + ENORMOUS + "']\n");

        List<String> rules = new ArrayList<>();
        MappingFiles.load(Map.of(file, texts.get(file))).findings().stream()
                .filter(finding -> finding.place().line() == 3)
                .forEach(finding -> rules.add(finding.rule()));

        assertThat(rules).containsExactly("pattern-too-large");
    }

    @Test
    void aCompiledOneIsHeldAgainstTheSameBound() {
        assertThat(Repetitions.areTooMany(5_000)).isFalse();
        assertThat(Repetitions.areTooMany(5_001)).isTrue();
    }
}
