package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The folder {@code mistakes} holds many different ones; {@code findings.txt} beside it says where each is. */
class MistakesTest {
    @Test
    void allAreReportedAtOnceEachAtItsPlace() throws Exception {
        Loaded loaded = MappingFiles.load(mistakes());

        assertThat(loaded.findings())
                .extracting(Finding::toString)
                .containsExactlyElementsOf(Files.readAllLines(mistakes().resolve("findings.txt")));
    }

    @Test
    void theyAreOfEveryKindOfFileAndTheirRulesAreKnown() throws Exception {
        Loaded loaded = MappingFiles.load(mistakes());

        assertThat(loaded.findings())
                .allSatisfy(finding ->
                        assertThat(Rule.of(finding.rule())).as(finding.rule()).isPresent());
        assertThat(loaded.findings().stream().map(finding -> finding.place().file()))
                .anyMatch(file -> file.matches("salesforce/\\w+\\.yaml"))
                .anyMatch(file -> file.endsWith(".test.yaml"))
                .anyMatch(file -> file.startsWith("sources/"))
                .anyMatch(file -> file.startsWith("transcripts/"));
    }

    @Test
    void nothingStartsOnThemAndTheMessageSaysItAll() throws Exception {
        Loaded loaded = MappingFiles.load(mistakes());

        assertThatExceptionOfType(BrokenMappings.class)
                .isThrownBy(loaded::orThrow)
                .satisfies(e -> assertThat(e.findings()).isEqualTo(loaded.findings()))
                .satisfies(e -> assertThat(e.getMessage().lines())
                        .containsExactlyElementsOf(Files.readAllLines(mistakes().resolve("findings.txt"))));
    }

    private static Path mistakes() throws URISyntaxException {
        return Path.of(MistakesTest.class.getResource("mistakes").toURI());
    }
}
