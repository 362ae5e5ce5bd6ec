package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of the program that the README names is one that the program knows. */
class ReadmeCommandsTest {

    private static final Path PROJECT = Path.of(System.getProperty("parley.project"));
    private static final Pattern COMMAND = Pattern.compile(
            "(?:java -jar integration/target/parley\\.jar|`…) ([a-z]+(?:-[a-z]+)*(?: (?:apply|check|init|list|preview|rollback|test))?)");

    static Stream<String> commands() throws IOException {
        return COMMAND.matcher(Files.readString(PROJECT.resolve("README.md")))
                .results()
                .map(found -> found.group(1))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isKnown(String command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                PROJECT.resolve("integration/target/parley.jar").toString()));
        line.addAll(Arrays.asList(command.split(" ")));
        line.add("--help");
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("Usage:");
    }
}
