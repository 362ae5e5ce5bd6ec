package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be known to be wrong with an expression before any conversation comes. */
class ExpressionLintTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"complaintt\" in qualification.functions | 8:11 unknown-value: 'qualification.functions' is never 'complaintt' | complaint",
                "qualification.functions[$ = \"complant\"] | 8:39 unknown-value: 'qualification.functions' is never 'complant' | complaint",
                "\"afective\" in qualification.presence | 8:11 unknown-value: 'qualification.presence' is never 'afective' | affective",
                "\"bookd\" in meetings.status | 8:11 unknown-value: 'meetings.status' is never 'bookd' | Booked",
                "identity.decision in [\"Auto\", \"Manuel\"] | 8:41 unknown-value: 'identity.decision' is never 'Manuel' | Manual",
            })
    void aPartThatHasOnlyCertainValuesIsComparedWithThose(String expression, String finding, String meant) {
        assertThat(Expressions.lint(expression)).singleElement().satisfies(found -> assertThat(found.toString())
                .startsWith("lead.yaml:" + finding)
                .endsWith("Did you mean '" + meant + "'?"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$length(visitor.website, 3, 4) | '$length' takes 1 argument at most, and is given 3",
                "visitor.name ~> $substring(0, 3, 9, 1) | '$substring' takes 3 arguments at most, and is given 4",
                "$toMillis(conversation.startedAt, visitor.name) | '$toMillis' takes 1 argument at most, and is given 2",
            })
    void aFunctionIsGivenNoMoreThanItTakes(String expression, String what) {
        assertThat(Expressions.lint(expression))
                .singleElement()
                .returns("too-many-arguments", Finding::rule)
                .returns(what, Finding::what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"complaint\" in qualification.functions",
                "$count(qualification.functions[$ in [\"complaint\", \"feedback\"]]) > 1",
                "\"anything\" in qualification.needs",
                "$zip([1], [2], [3], [4], [5])",
                "visitor.name.$length()",
                "$reduce([1], function($a, $b) { $a + $b }, 0)",
                "($length := function($a, $b) { $a }; $length(1, 2))",
            })
    void whatMayHoldIsNoFinding(String expression) {
        assertThat(Expressions.lint(expression)).isEmpty();
    }
}
