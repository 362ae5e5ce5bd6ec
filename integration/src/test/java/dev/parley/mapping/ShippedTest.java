package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is shipped is whole, and helps the editors of those who edit it. */
class ShippedTest {
    private static final Path MAPPINGS = Path.of("..", "mappings");
    private static final Pattern HINT = Pattern.compile("# yaml-language-server: \\$schema=(\\S+)\n");

    @Test
    void theProgramCarriesEveryFile() throws IOException {
        assertThat(Shipped.files().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        paths().map(file -> MAPPINGS.relativize(file).toString())
                                .toList());
    }

    @Test
    void everyFileNamesItsSchemaWhichIsThere() throws IOException {
        List<Path> files =
                paths().filter(file -> file.toString().endsWith(".yaml")).toList();

        assertThat(files).hasSizeGreaterThan(20).allSatisfy(file -> {
            Matcher hint = HINT.matcher(Files.readString(file));
            assertThat(hint.lookingAt()).as("first line of %s", file).isTrue();
            assertThat(file.resolveSibling(hint.group(1))).exists();
        });
    }

    private static Stream<Path> paths() throws IOException {
        try (Stream<Path> files = Files.walk(MAPPINGS)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }
}
