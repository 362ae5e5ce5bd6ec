package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The folder {@code twenty} holds twenty mistakes of twenty kinds; {@code findings.txt} beside it says where each is. */
class TwentyMistakesTest {

    @Test
    void allTwentyAreReportedAndNothingElseEachAtItsPlace() throws Exception {
        assertThat(MappingFiles.load(twenty()).findings())
                .hasSize(20)
                .extracting(Finding::toString)
                .containsExactlyElementsOf(Files.readAllLines(twenty().resolve("findings.txt")));
    }

    @Test
    void noTwoAreOfOneRuleAndEveryKindOfFileHasOne() throws Exception {
        List<Finding> findings = MappingFiles.load(twenty()).findings();

        assertThat(findings).extracting(Finding::rule).doesNotHaveDuplicates();
        assertThat(findings)
                .extracting(finding -> finding.place().file().replaceFirst("(/|\\.).*", ""))
                .contains(
                        "salesforce",
                        "sources",
                        "transcripts",
                        "people",
                        "identity",
                        "qualification",
                        "signals",
                        "functions",
                        "presence");
        assertThat(findings)
                .extracting(finding -> finding.place().file())
                .anyMatch(file -> file.endsWith(".test.yaml"));
    }

    private static Path twenty() throws URISyntaxException {
        return Path.of(TwentyMistakesTest.class.getResource("twenty").toURI());
    }
}
