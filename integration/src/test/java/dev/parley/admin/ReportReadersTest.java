package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever may see figures of single agents has a token that nobody else has. */
class ReportReadersTest {
    private static final String ADMIN = "admin.token=the-token-of-the-admin\n";

    @TempDir
    private Path folder;

    @Test
    void eachIsKnownByTheirOwnToken() throws IOException {
        ReportReaders readers = readers("report.reader.ann=token-of-reader-ann\nreport.reader.bo=token-of-reader-bo\n");

        assertThat(readers.reader("Bearer token-of-reader-ann")).hasValue("ann");
        assertThat(readers.reader("Bearer token-of-reader-bo")).hasValue("bo");
        assertThat(readers.reader("Bearer the-token-of-the-admin")).isEmpty();
        assertThat(readers.reader(null)).isEmpty();
    }

    @Test
    void aTokenOfTheAdminOrOfAnotherReaderIsRefused() {
        assertThatThrownBy(() -> readers("report.reader.ann=the-token-of-the-admin\n"))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("report.reader.ann has a token that somebody else has");
        assertThatThrownBy(() -> readers(
                        "report.reader.ann=one-token-of-two-readers\nreport.reader.bo=one-token-of-two-readers\n"))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("report.reader.bo");
    }

    private ReportReaders readers(String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("parley.properties"), ADMIN + lines);
        return ReportReaders.of(Settings.load(file, Map.of(), List.of()));
    }
}
