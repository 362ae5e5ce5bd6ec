package dev.parley.company;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import com.google.common.io.Resources;
import dev.parley.company.Decision.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More than three hundred visitors with what makes them hard, each with the decision that a person would take. */
class LabelledVisitorsTest {

    @TempDir
    Path folder;

    private CompanyIndex index;

    /** One line of {@code visitors.tsv}: what is right, for which account, and what was decided. */
    private record Case(String right, String account, Decision decision, String line) {

        /** Whether somebody was linked who should not have been, or to another than the right account. */
        boolean wronglyLinked() {
            return decision.kind() == Kind.AUTO && !(right.equals("auto") && account.equals(decision.account()));
        }

        boolean isRight() {
            if (right.equals("careful")) {
                return decision.kind() != Kind.AUTO;
            }
            boolean kind = decision.kind().name().toLowerCase(Locale.ROOT).equals(right);
            return kind && (account.equals("*") || account.equals("-") || account.equals(decision.account()));
        }
    }

    @BeforeEach
    void fill() {
        index = CompanyIndex.open(folder);
        index.rebuild(
                lines("accounts.tsv").stream()
                        .map(c -> new Company(c.get(0), c.get(1), c.get(2), c.get(3), c.get(4), parent(c)))
                        .iterator(),
                done -> {});
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void nobodyIsLinkedWronglyWithoutAsking() {
        assertThat(cases()).hasSizeGreaterThan(300).noneMatch(Case::wronglyLinked);
    }

    @Test
    void nineteenOfTwentyDecisionsAreRight() {
        List<Case> cases = cases();
        List<Case> wrong = cases.stream().filter(one -> !one.isRight()).toList();

        assertThat(wrong).hasSizeLessThanOrEqualTo(cases.size() / 20);
    }

    @Test
    void whoShouldBeLinkedIsLinked() {
        List<Case> clear =
                cases().stream().filter(one -> one.right().equals("auto")).toList();

        assertThat(clear.stream().filter(Case::isRight).count()).isGreaterThanOrEqualTo(clear.size() * 19 / 20);
    }

    @Test
    void aDomainThatOnlyLooksLikeACustomersIsShownAsSuch() {
        Decision decision = new CompanyMatcher(index, Set.of())
                .decide(new CompanyQuery("ceo@g1etscherquell.example", null, null, null, null, List.of()));

        assertThat(decision.kind()).isEqualTo(Kind.REVIEW);
        assertThat(decision.evidence())
                .anyMatch(sentence -> sentence.contains(
                        "g1etscherquell.example looks like gletscherquell.example of Gletscherquell"));
    }

    private List<Case> cases() {
        CompanyMatcher matcher = new CompanyMatcher(index, Set.of());
        return lines("visitors.tsv").stream()
                .map(v -> new Case(v.get(0), v.get(1), matcher.decide(query(v)), String.join("|", v)))
                .toList();
    }

    private static CompanyQuery query(List<String> visitor) {
        return new CompanyQuery(
                visitor.get(2), visitor.get(3), visitor.get(4), visitor.get(5), visitor.get(6), List.of());
    }

    private static String parent(List<String> company) {
        return Strings.emptyToNull(company.get(5));
    }

    private static List<List<String>> lines(String file) {
        try {
            return Resources.readLines(Resources.getResource(LabelledVisitorsTest.class, file), StandardCharsets.UTF_8)
                    .stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Splitter.on('\t').splitToList(line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
