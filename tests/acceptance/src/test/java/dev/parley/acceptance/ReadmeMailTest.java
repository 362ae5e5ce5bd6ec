package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README shows lines of postfix and dovecot that are run: those of tests/system. */
class ReadmeMailTest {

    private static final Path PROJECT = Path.of(System.getProperty("parley.project"));

    @Test
    void showsLinesThatAreRun() throws IOException {
        String readme = Files.readString(PROJECT.resolve("README.md"))
                .replace("mail.example.com", "parley.test")
                .replace("/var/spool/postfix", "@FOLDER@/queue");
        List<String> shown = readme.substring(
                        readme.indexOf("    # postfix, main.cf"), readme.indexOf("These are the lines"))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        List<String> run = (Files.readString(PROJECT.resolve("tests/system/mail/main.cf"))
                        + Files.readString(PROJECT.resolve("tests/system/mail/dovecot.conf")))
                .lines()
                .map(String::strip)
                .toList();

        assertThat(shown).hasSizeGreaterThan(10);
        assertThat(run).containsAll(shown);
    }
}
