package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of rules is whole: each that a finding names stands in it, and none besides. */
class RuleTest {
    /** The first words in quotes within a call that makes a finding, past the places that are worked out there. */
    private static final Pattern IN_A_FINDING =
            Pattern.compile("(?:Finding\\.(?:error|warning)|new Finding|\\b(?:error|warn|warning|refuse|note))\\("
                    + "[^;]{0,160}?\"([a-z]+(?:-[a-z]+)*)\"");

    private static final Pattern TWO_WORDS = Pattern.compile("\"([a-z]+(?:-[a-z0-9]+)+)\"");

    /** Words of JSON Schema, keys and folders in a finding's place, words of files, and a thread, that look as rules do. */
    private static final Set<String> NO_RULES = Set.of(
            "account-owner",
            "date-time",
            "iso-3166-1-alpha-2",
            "lead-owner",
            "opportunity-owner",
            "prepare-mappings",
            "purchase-decision",
            "salesforce",
            "scheme",
            "signed",
            "timestamp",
            "tolerance");

    @Test
    void everyRuleThatIsUsedIsListed() {
        Set<String> listed = Arrays.stream(Rule.values()).map(Rule::id).collect(Collectors.toSet());

        assertThat(union(used(TWO_WORDS), used(IN_A_FINDING)))
                .as("give it a line in Rule")
                .isSubsetOf(union(listed, NO_RULES));
    }

    @Test
    void everyRuleThatIsListedIsUsed() {
        Set<String> used = union(used(TWO_WORDS), used(IN_A_FINDING));

        assertThat(Rule.values()).extracting(Rule::id).allSatisfy(rule -> assertThat(used)
                .contains(rule));
    }

    @Test
    void aRuleIsFoundByItsName() {
        assertThat(Rule.of("unknown-key")).contains(Rule.UNKNOWN_KEY);
        assertThat(Rule.of("unknown-kye")).isEmpty();
        assertThat(Rule.values()).extracting(Rule::help).allMatch(help -> help.endsWith(".") && help.length() < 120);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    private static Set<String> used(Pattern pattern) {
        return sources()
                .flatMap(source -> pattern.matcher(source).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> sources() {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/parley/mapping"))) {
            return files.toList().stream().map(RuleTest::text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
