package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final Map<String, Object> LENA = Map.of("visitor", Map.of("name", "Lena Öberg"));

    @Test
    void oneExpressionNeverSeesAnothersVariables() {
        Expression first = Expressions.of("$name := visitor.name");
        Expression last = Expressions.of("$name");
        assertThat(first.evaluate(LENA)).isEqualTo("Lena Öberg");

        assertThat(last.evaluate(LENA)).isNull();
    }

    @Test
    void manyThreadsEvaluateTheSameExpression() throws Exception {
        Expression greeting = Expressions.of("($n := n; $join($map([1..20], function($i) { $string($n * $i) }), ','))");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Object>> results = new ArrayList<>();
        for (int n = 0; n < 400; n++) {
            Map<String, Object> dossier = Map.of("n", n);
            results.add(threads.submit(() -> greeting.evaluate(dossier)));
        }
        threads.shutdown();

        for (int n = 0; n < 400; n++) {
            assertThat(results.get(n).get()).asString().startsWith(n + ",").endsWith("," + n * 20);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "visitor.name * 2 | T2001 The left side of the \"*\" operator must evaluate to a number",
                "2 - visitor.name | T2002 The right side of the \"-\" operator must evaluate to a number",
                "visitor > 5 | T2010 The expressions either side of operator \">\" must evaluate to numeric or string values",
                "visitor.name > 5 | T2009 The values \"…\" and \"…\" either side of operator … must be of the same data type",
                "$length(visitor) | T0410 Argument \"1\" of function \"length\" does not match function signature",
            })
    void aFailureNamesTheOperatorAndNoValue(String expression, String reason) {
        assertThatExceptionOfType(MappingFailed.class)
                .isThrownBy(() -> Expressions.evaluate(expression, LENA))
                .withMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$number(visitor.name)",
                "visitor.name + 1",
                "visitor.name > 5",
                "$toMillis(visitor.name)",
                "-visitor.name",
                "$sum(visitor.name)",
                "$map([1], visitor.name)",
                "visitor ~> |$|name|"
            })
    void aFailureSaysNothingOfThePerson(String expression) {
        assertThatExceptionOfType(MappingFailed.class)
                .isThrownBy(() -> Expressions.evaluate(expression, LENA))
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank().doesNotContain("Lena"))
                .satisfies(e -> assertThat(e.place().line()).isEqualTo(8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($name := visitor.name; $name())",
                "function($f) { $f() }(visitor.name)",
                "visitor.(name)()",
                "($f := $uppercase; $f := visitor.name; $f())"
            })
    void whatMayBeNoFunctionIsNotCalled(String expression) {
        assertThat(Expressions.lint(expression)).extracting(Finding::rule).contains("unsupported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($up := $uppercase; $up(visitor.name))",
                "($twice := function($x) { $x & $x }; $twice(visitor.name))",
                "function($x) { $x }(visitor.name)",
                "visitor.name ~> $uppercase ~> $trim()",
                "$map(parts, function($part, $i) { $part.body & $i })",
                "$sort(parts, function($a, $b) { $a.sequence > $b.sequence })",
                "parts[sequence = 1].body",
                "parts^(>sequence)[0].body",
                "parts{externalId: body}",
                "parts@$p#$i.($p.body & $i)",
                "conversation.(agents.name & ' ' & $$.visitor.name)",
                "**.name",
                "visitor.*",
                "$.visitor.name",
                "conversation.`id`",
                "conversation.'id'",
                "conversation.agents.%.id"
            })
    void lintKnowsTheWholeLanguage(String expression) {
        assertThat(Expressions.lint(expression)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none[-1]",
                "none[-1].x",
                "two[-3]",
                "{'last': none[-1].x}.last",
                "two[$ > 2][-1]",
                "($none := none; $none[-1])",
                "$map([1], function($n) { none[-$n] })",
                "none[[-1]]"
            })
    void whatIsCountedFromTheEndOfAListThatIsShorterIsNothing(String expression) {
        assertThat(Expressions.evaluate(expression, Map.of("none", List.of(), "two", List.of(1, 2))))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"two[-1]|2", "two[-2]|1", "one[-1]|1", "two[[0, -1]][-1]|2", "two[$ < 2][-1]|1"})
    void elseItIsWhatStandsThere(String expression, int value) {
        assertThat(Expressions.evaluate(expression, Map.of("one", 1, "two", List.of(1, 2))))
                .isEqualTo(value);
    }

    @Test
    void theDossierStaysAsItWas() {
        Map<String, Object> dossier = DossierMap.of(Dossiers.newVisitor());

        Expressions.evaluate("$ ~> |visitor|{'name': 'X'}|", dossier);
        Expressions.evaluate("$append(parts, 1)", dossier);
        Expressions.evaluate("$sort(parts, function($a, $b) { $a.sequence < $b.sequence })", dossier);

        assertThat(dossier).isEqualTo(DossierMap.of(Dossiers.newVisitor()));
    }

    @Test
    void aDigestTellsTextsOfOneLengthApartAndHoldsNeither() {
        Object ten = Expressions.evaluate("$digest(text)", Map.of("text", "10 seats"));
        Object twenty = Expressions.evaluate("$digest(text)", Map.of("text", "20 seats"));

        assertThat(ten).asString().matches("[0-9a-f]{16}").isNotEqualTo(twenty);
        assertThat(Expressions.evaluate("$digest(nothing)", Map.of()))
                .asString()
                .matches("[0-9a-f]{16}");
        assertThat(Expressions.evaluate("$digest({'a': a, 'b': b})", Map.of("a", "x")))
                .isNotEqualTo(Expressions.evaluate("$digest({'a': a, 'b': b})", Map.of("b", "x")));
    }
}
