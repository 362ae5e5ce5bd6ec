package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
    private final List<Finding> findings = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a: 1\na: 2'         | x.yaml:2:1 duplicate-key",
                "'a: &x 1\nb: *x'     | x.yaml:1:4 alias",
                "'a: &x [*x]'         | x.yaml:1:4 alias",
                "'a: !!java/Thing {}' | x.yaml:1:4 yaml-tag",
                "'a: !thing 5'        | x.yaml:1:4 yaml-tag",
                "'? [a]\n: b'         | x.yaml:1:3 wrong-value",
                "'a: 99999999999999999999' | x.yaml:1:4 wrong-value",
                "'a: b\n---\na: c'    | x.yaml:2:1 yaml-syntax",
                "'a: \"b'             | x.yaml:1:4 yaml-syntax",
                "'a:\n  b: 1\n\tc: 2' | x.yaml:3:1 yaml-syntax",
                "'a:\n  b: 1\n c: 2'  | x.yaml:3:2 yaml-syntax",
                "'a: 1\n  b: 2'       | x.yaml:2:4 yaml-syntax",
                "'a: @b'              | x.yaml:1:4 yaml-syntax",
                "'a: {b: 1'           | x.yaml:1:4 yaml-syntax",
                "'a: [1, 2\nb: 3'      | x.yaml:1:4 yaml-syntax",
                "'a: \"\\q\"'         | x.yaml:1:6 yaml-syntax"
            })
    void whatItDoesNotTakeIsFoundAtItsPlace(String text, String finding) {
        read(text);

        assertThat(findings).singleElement().asString().startsWith(finding + ":");
    }

    @Test
    void aCharacterThatMayNotStandInYamlIsFoundAtItsPlace() {
        read("a: 1\nb: x\u0007");

        assertThat(findings)
                .singleElement()
                .hasToString("x.yaml:2:5 yaml-syntax: the character U+0007 may not stand in a file.");
    }

    @Test
    void sizeAndDepthAreBounded() {
        read("a: " + "x".repeat(300_000));
        read("[".repeat(100_000));
        read("[".repeat(40) + "]".repeat(40));
        read("a: 1\nb:\n  - " + "[".repeat(40) + "]".repeat(40));

        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "x.yaml:1:1 yaml-syntax: the file is longer than the 262144 characters that are read.",
                        "x.yaml:1:33 too-deep: nested more than 32 levels deep.",
                        "x.yaml:1:33 too-deep: nested more than 32 levels deep.",
                        "x.yaml:3:35 too-deep: nested more than 32 levels deep.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`a: [1, 2\nb: 3`    | this list is not closed, or a comma is missing in it: [a, b]",
                "`a: {b: 1`          | these braces are not closed, or a comma is missing: {a: 1, b: 2}",
                "`a: \"b`            | a text in quotes begins here and does not end",
                "`a:\nfields\nb: 1`  | a colon is missing behind this key",
                "`a: \"\\q\"`        | in double quotes a backslash begins an escape, and there is no such one: write '\\\\', or use single quotes",
                "`a: b\n---\na: c`   | a second document begins here: a file has one, without '---'",
                "`a:\n  b: 1\n\tc: 2` | a tab stands here, but only spaces indent"
            })
    void whatIsNoYamlIsSaidInAnAdminsWords(String text, String words) {
        read(text);

        assertThat(findings).extracting(Finding::what).containsExactly(words);
    }

    @Test
    void aTextKnowsThePlaceOfItsCharactersInEachStyle() {
        YamlFile file = read(
                """
                plain: one two
                quoted: "one two"
                escaped: "one\\ttwo"
                block: |
                  first
                    second
                """);

        assertThat(file.text("/plain").at(4)).hasToString("x.yaml:1:12");
        assertThat(file.text("/quoted").at(4)).hasToString("x.yaml:2:14");
        assertThat(file.text("/escaped").at(4))
                .as("hidden by the escape: its start")
                .hasToString("x.yaml:3:10");
        assertThat(file.text("/block").at(8)).hasToString("x.yaml:6:5");
    }

    @Property(tries = 500)
    void anyTextAtAllIsReadOrFoundWrong(@ForAll @StringLength(max = 200) String text) {
        List<Finding> found = new ArrayList<>();

        YamlFile file = YamlReader.read("x.yaml", text, found::add);

        assertThat(file.content() != null || !found.isEmpty()).isTrue();
    }

    @Test
    void whatIsNotTextIsAFinding(@TempDir Path mappings) throws Exception {
        Files.createDirectory(mappings.resolve("salesforce"));
        Files.write(mappings.resolve("salesforce/x.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThat(MappingFiles.load(mappings).findings())
                .singleElement()
                .hasToString("salesforce/x.yaml:1:1 unreadable: the file is not UTF-8.");
    }

    private YamlFile read(String text) {
        return YamlReader.read("x.yaml", text, findings::add);
    }
}
