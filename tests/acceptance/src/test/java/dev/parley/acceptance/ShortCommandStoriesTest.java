package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short command says the same with the classes of a start laid down beside the jar, without them, and with rubbish there. */
class ShortCommandStoriesTest {
    private static final Path PROGRAM = Path.of(System.getProperty("parley.project"), "integration", "target");

    @TempDir
    private Path folder;

    @BeforeEach
    void aProgramAndAMappingWithAMistake() throws IOException {
        Files.createSymbolicLink(folder.resolve("lib"), PROGRAM.resolve("lib").toRealPath());
        Files.copy(PROGRAM.resolve("parley.jar"), folder.resolve("parley.jar"));
        Files.createDirectories(folder.resolve("mappings/salesforce"));
        Files.writeString(
                folder.resolve("mappings/salesforce/task.yaml"),
                """
                sobject: Task
                fields:
                  Subject: { form: summary }
                """);
    }

    @AfterEach
    void nothingLeadsOutOfTheFolder() throws IOException {
        Files.delete(folder.resolve("lib"));
    }

    @Test
    void withoutTheClasses() throws Exception {
        assertThatTheMistakeIsTold(check());
    }

    @Test
    void withTheClasses() throws Exception {
        check("-XX:ArchiveClassesAtExit=parley.jsa", "-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-XX:+UseSerialGC");
        assertThat(folder.resolve("parley.jsa")).isNotEmptyFile();

        assertThatTheMistakeIsTold(check());
    }

    @Test
    void withRubbishInTheirPlace() throws Exception {
        Files.writeString(folder.resolve("parley.jsa"), "no classes");

        assertThatTheMistakeIsTold(check());
    }

    private static void assertThatTheMistakeIsTold(Said said) {
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("salesforce/task.yaml:3:14 unknown-key").contains("Did you mean 'from'?");
        assertThat(said.code()).isEqualTo(1);
    }

    private Said check(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", "parley.jar", "mappings", "check"));
        File out = folder.resolve("out.txt").toFile();
        File err = folder.resolve("err.txt").toFile();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out)
                .redirectError(err)
                .start();
        int code = process.waitFor();
        return new Said(Files.readString(out.toPath()), Files.readString(err.toPath()), code);
    }

    private record Said(String out, String err, int code) {}
}
