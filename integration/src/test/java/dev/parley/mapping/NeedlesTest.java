package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must stand in a text is looked for first, and that look never hides what the expression would find. */
class NeedlesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '#',
            value = {
                "call me; 'call me'",
                "Call (?:me|us) back now; (' back now' & 'call ' & ('me' | 'us'))",
                "(?P<value>today|tomorrow); ('today' | 'tomorrow')",
                "one|two; ('one' | 'two')",
                "which (?:one|.*) you|how \\d+ big; (('which ' & ' you') | ('how ' & ' big'))",
                "ab+cd (?:ef)? gh (?:ij|kl) mn.*op; (' gh ' & 'cd ' & ' mn')",
                "colou?r; 'colo'",
                "\\bprice\\b; 'price'",
                "ab{0,2}c; 'a'",
                "ab{2}c; 'ab'",
                "[Pp]rice list; 'rice list'",
                "why\\?; 'why?'",
            })
    void theRarestPartsAreTaken(String expression, String need) {
        assertThat(Needles.of(expression)).map(Need::toString).contains(need);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "one|.*; ",
                "\\d+; ",
                "[ab]; ",
                "(?:a|b)?; ",
                "\\Qa.b\\E; ",
                "σ; ",
                "\\p{Han}+; ",
                "a*; ",
                "a(?i)?; "
            })
    void whereNothingMustStandTheExpressionIsRun(String expression, String none) {
        assertThat(Needles.of(expression)).isEmpty();
        assertThat(Sought.by(expression).mayBeIn("anything")).isTrue();
        assertThat(Sought.by(expression).mayBeIn(new Haystack("anything"))).isTrue();
    }

    @Property(tries = 20_000)
    void nothingIsHidden(@ForAll("expressions") String expression, @ForAll("texts") String text) {
        Pattern pattern = compiled(expression);
        Assume.that(pattern != null);

        Optional<Need> needles = Needles.of(expression);

        if (pattern.matcher(text).find()) {
            String lower = text.toLowerCase(Locale.ROOT);
            Sought sought = Sought.by(expression);
            assertThat(sought.mayBeIn(lower) && sought.mayBeIn(new Haystack(lower)))
                    .as(() -> expression + " needs " + needles)
                    .isTrue();
        }
    }

    @Property
    void whatIsInASentenceIsNeverRuledOut(@ForAll String sentence, @ForAll @IntRange(max = 20) int from) {
        String part = sentence.substring(Math.min(from, sentence.length()));

        assertThat(new Haystack(sentence).mayHold(Haystack.pairsOf(part))).isTrue();
    }

    private static Pattern compiled(String expression) {
        try {
            return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            return null;
        }
    }

    @Provide
    Arbitrary<String> expressions() {
        return Arbitraries.of(
                        "a", "b", "ab", "Å", "e", "(", "(?:", "(?P<n>", ")", "|", "?", "*", "+", "{0,1}", "{2}", "{1,}",
                        "[ab]", "[^a]", "[]a]", ".", "^", "$", "\\b", "\\.", "\\pL", "\\x61", "(?i)", "??", "é", "中")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "A", "B", "å", "e", "é", "中", ".", " ")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }
}
