package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dashjoin.jsonata.JException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForbiddenFunctionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$now()",
                "$string($millis())",
                "$random() > 0.5 ? 'a' : 'b'",
                "$shuffle([1, 2, 3])[0]",
                "$eval('1')",
                "$error(visitor.name)",
                "$assert(false, visitor.name)",
                "($clock := $now; $clock())",
                "($call := function($f) { $f() }; $call($now))",
                "{'f': $now}.f()",
                "visitor.name ~> $eval"
            })
    void areFoundHoweverTheyAreReached(String expression) {
        assertThat(Expressions.lint(expression)).extracting(Finding::rule).contains("forbidden-function");
        assertThatExceptionOfType(MappingFailed.class)
                .as("and refuse to run even where nobody looked")
                .isThrownBy(() -> Expressions.evaluate(expression, Map.of("visitor", Map.of("name", "Lena"))))
                .withMessageContaining("may not be called")
                .withMessageNotContaining("Lena");
    }

    @Test
    void theirNamesMayStandInTextAndComments() {
        assertThat(Expressions.lint("/* not $now() */ '$now() ' & visitor.name"))
                .isEmpty();
    }

    @Test
    void everyFunctionThatIsAllowedExists() {
        assertThat(BuiltIns.ALLOWED)
                .allSatisfy(name -> assertThat(Expressions.evaluate("$type($" + name + ")", Map.of()))
                        .isEqualTo("function"));
    }

    @Test
    void noOtherFunctionExists() {
        assertThat(Expressions.lint("$readFile('/etc/passwd')"))
                .extracting(Finding::rule)
                .containsExactly("unknown-function");
        assertThatExceptionOfType(MappingFailed.class)
                .isThrownBy(() -> Expressions.evaluate("$readFile('/etc/passwd')", Map.of()));
    }

    @Test
    void whatIsNoExpressionDoesNotCompile() {
        assertThatExceptionOfType(JException.class).isThrownBy(() -> Expressions.of("visitor.name &"));
    }
}
