package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
    /** Makes a search for {@code (x+x+)+y} try every way to part it. */
    private static final Map<String, Object> DOSSIER = Map.of("name", "x".repeat(5_000), "one", "1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($loop := function($n) { $loop($n + 1) }; $loop(0))",
                "$sum([1..10000000])",
                "$count([1..9000000])",
                "$map([1..100000], function($x) { $map([1..100000], function($y) { $x * $y }) })",
                "$contains(name, /(x+x+)+y/)",
                "$match(name, /(x+x+)+y/)",
                "$replace(name, /(x+x+)+y/, '')",
                "$split(name, /(x+x+)+y/)",
                "$reduce([1..100000], function($all, $x) { $append($all, $x) })"
            })
    void workThatWouldNotEndIsEnded(String expression) {
        assertThatExceptionOfType(MappingFailed.class)
                .isThrownBy(() -> Expressions.evaluate(expression, DOSSIER))
                .withMessage("the expression takes too much work");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$pad('x', 200000000)",
                "$pad('x', -200000000)",
                "($s := function($t, $n) { $n = 0 ? $t : $s($t & $t, $n - 1) }; $s(name, 30))",
                "$join([1..5000].($string($) & 'abc'), $$.name)",
                "$replace(name, 'x', $$.name)",
                "$replace(name, /x/, $$.name)",
                "$string($map([1..1000], function($x) { $$.name })) "
            })
    void textThatWouldNotFitIsNotMade(String expression) {
        assertThatExceptionOfType(MappingFailed.class)
                .isThrownBy(() -> Expressions.evaluate(expression, DOSSIER))
                .withMessageContaining("characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($down := function($n) { 1 + $down($n + 1) }; $down(0))",
                "($wrap := function($v, $n) { $n = 0 ? $v : $wrap([[$v]], $n - 1) }; $wrap('x', 5000))"
            })
    void whatGoesTooDeepIsEnded(String expression) {
        assertThatExceptionOfType(MappingFailed.class)
                .isThrownBy(() -> Expressions.evaluate(expression, DOSSIER))
                .withMessageContaining("levels deep");
    }

    @Test
    void aValueThatSharesItsPartsCountsAsIfWrittenOut() {
        String laughs = "($a := [1,2,3,4,5,6,7,8,9,0]; $b := [[$a],[$a],[$a],[$a],[$a],[$a],[$a],[$a]];"
                + " $f := function($v, $n) { $n = 0 ? $v : $f([[$v],[$v],[$v],[$v],[$v],[$v],[$v],[$v]], $n - 1) };"
                + " $f($b, 20))";

        assertThatExceptionOfType(MappingFailed.class)
                .isThrownBy(() -> Expressions.evaluate(laughs, DOSSIER))
                .withMessage("the expression takes too much work");
    }

    @Test
    void theNextEvaluationStartsAfresh() {
        Expression greedy = Expressions.of("$pad('x', $number(one) * 200000000)");
        assertThatExceptionOfType(MappingFailed.class).isThrownBy(() -> greedy.evaluate(DOSSIER));

        assertThat(greedy.evaluate(Map.of("one", "0"))).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$pad('x', 3, '-')                               | x--",
                "$join(['a', 'b'], ', ')                         | a, b",
                "$string({'a': [1, true]})                       | {\"a\":[1,true]}",
                "$uppercase('title')                             | TITLE",
                "$replace('a.b.c', '.', '-', 1)                  | a-b.c",
                "$replace('b, a', /(\\w+), (\\w+)/, '$2 $1 $$1$9')  | a b $1",
                "$replace('a1b22', /[0-9]+/, function($m) { '<' & $m.match & '>' }) | a<1>b<22>",
                "$join($split('a, b,c', /,\\s*/), ';')           | a;b;c",
                "$join($split('a.b.c', '.', 2), ';')             | a;b",
                "$join($match('a1b22', /[a-z]([0-9]+)/).groups, ';') | 1;22",
                "$match('a1b22', /[0-9]+/, 1).match              | 1",
                "$string($toMillis('2026-03-02T09:00:00'))       | 1772442000000",
                "$string($toMillis('2026-03-02T10:00:00+01:00')) | 1772442000000"
            })
    void withinItsBoundsEachFunctionDoesWhatJsonataSays(String expression, String result) {
        assertThat(Expressions.evaluate(expression, DOSSIER)).isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"$contains(nobody, 'x')", "$replace(nobody, 'x', 'y')", "$pad(nobody, 3)", "$toMillis(nobody)"})
    void nothingInGivesNothingOut(String expression) {
        assertThat(Expressions.evaluate(expression, DOSSIER)).isNull();
    }
}
