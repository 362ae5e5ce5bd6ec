package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a file of {@code transcripts} that is wrong. */
class TranscriptMistakesTest {
    @TempDir
    private Path dir;

    @Test
    void everyMistakeIsReportedAtItsPlace() throws IOException {
        assertThat(
                        findings(
                                """
                service: Own
                sorce: own
                mail: {}
                zone: Europe/Berln
                find:
                  - '^Name: (?P<nmae>.+)$'
                  - '^Started: (?P<started>.+)$'
                  - '^(?!x)'
                  - '((x{100}){10}){10}'
                lines:
                  - begins: '^(?P<tiem>\\d+) (?P<text>.*)$'
                    role: agnet
                  - begins: '^(unclosed'
                times: [jj:mm]
                until: '^(?P<text>--)'
                """))
                .containsExactly(
                        "transcripts/own.yaml:1:1 missing-key: 'dates' is missing: the formats of what 'started' finds.",
                        "transcripts/own.yaml:2:1 unknown-key: 'sorce' is not a key of a transcript file."
                                + " Did you mean 'source'?",
                        "transcripts/own.yaml:3:1 wrong-value: 'mail' is empty: say something, or leave it out.",
                        "transcripts/own.yaml:4:7 unknown-zone: 'Europe/Berln' is no time zone."
                                + " Did you mean 'Europe/Berlin'?",
                        "transcripts/own.yaml:6:17 unknown-group: 'nmae' is no name of a group here."
                                + " Did you mean 'name'?",
                        "transcripts/own.yaml:8:5 pattern-syntax: the regular expression cannot be read:"
                                + " invalid or unsupported Perl syntax; look-around and back-references are not part of"
                                + " RE2.",
                        "transcripts/own.yaml:9:5 pattern-too-large: the regular expression repeats too much;"
                                + " count less.",
                        "transcripts/own.yaml:11:19 unknown-group: 'tiem' is no name of a group here."
                                + " Did you mean 'time'?",
                        "transcripts/own.yaml:12:11 wrong-value: 'role' is 'agnet', but must be 'visitor', 'agent',"
                                + " 'bot', 'system' or 'peer'. Did you mean 'agent'?",
                        "transcripts/own.yaml:13:13 pattern-syntax: the regular expression cannot be read:"
                                + " missing closing ).",
                        "transcripts/own.yaml:14:1 unused-key: (warning) no expression has a group named 'time' to be"
                                + " read by it.",
                        "transcripts/own.yaml:14:9 wrong-format: 'jj:mm' is no format of a date or time:"
                                + " Unknown pattern letter: j.",
                        "transcripts/own.yaml:15:14 unknown-group: 'text' is no name of a group here: nothing reads"
                                + " it.");
    }

    private Iterable<String> findings(String yaml) throws IOException {
        Files.createDirectories(dir.resolve("transcripts"));
        Files.writeString(dir.resolve("transcripts/own.yaml"), yaml);
        return MappingFiles.load(dir).findings().stream()
                .filter(finding -> !finding.rule().equals("no-files"))
                .map(Finding::toString)
                .toList();
    }
}
