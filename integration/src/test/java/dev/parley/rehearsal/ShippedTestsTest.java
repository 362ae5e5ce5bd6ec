package dev.parley.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.mapping.MappingFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The tests that are shipped beside the mapping files: they pass, and no mapped field escapes them. */
class ShippedTestsTest {

    private static final Path SHIPPED = Path.of("../mappings");
    private static final Map<String, String> TEXTS = MappingFolder.texts(SHIPPED);
    private static final MappingTests TESTS = new MappingTests();

    @AfterAll
    static void close() {
        TESTS.close();
    }

    @Test
    void allPass() {
        assertThat(TESTS.run(TEXTS, new Attachments(SHIPPED), file -> true, result -> {}))
                .isNotEmpty()
                .flatExtracting(TestResult::mismatches)
                .isEmpty();
    }

    @Test
    void everyShippedFileHasTestsBesideIt() {
        assertThat(TEXTS.keySet())
                .filteredOn(file -> !file.endsWith(".test.yaml"))
                .allSatisfy(file -> assertThat(TEXTS).containsKey(file.replace(".yaml", ".test.yaml")));
    }

    static Stream<Arguments> signals() {
        return Stream.of("de", "en", "fa", "sv", "zh").flatMap(language -> {
            String text = TEXTS.get("signals/" + language + ".yaml");
            MappingNode root = root(text);
            return ((MappingNode) value(root, "signals"))
                    .getValue().stream().map(signal -> Arguments.of(language, name(signal)));
        });
    }

    @ParameterizedTest
    @MethodSource("signals")
    void eachSignalIsShownByATestOfItsLanguage(String language, String signal) {
        MappingNode root = root(TEXTS.get("signals/" + language + ".test.yaml"));

        assertThat(((SequenceNode) value(root, "tests"))
                        .getValue().stream()
                                .map(MappingNode.class::cast)
                                .filter(test -> test.getValue().stream()
                                        .anyMatch(member -> name(member).equals("shows")))
                                .flatMap(test -> ((SequenceNode) value(test, "shows")).getValue().stream())
                                .map(shown -> ((ScalarNode) shown).getValue()))
                .contains(signal);
    }

    /**
     * A mapped field in a shipped file.
     *
     * @param from where its line begins in the file's text
     * @param to where its value ends
     */
    record MappedField(String file, String name, int from, int to) {

        /** The files with this field giving nothing. */
        Map<String, String> withoutIt() {
            Map<String, String> texts = new TreeMap<>(TEXTS);
            texts.compute(file, (name, text) -> text.substring(0, from) + name() + ": 'null'" + text.substring(to));
            return texts;
        }

        @Override
        public String toString() {
            return file + " " + name;
        }
    }

    static List<MappedField> fields() {
        List<MappedField> fields = new ArrayList<>();
        TEXTS.forEach((file, text) -> {
            if (file.startsWith("salesforce/") && !file.endsWith(".test.yaml")) {
                fields.addAll(fields(file, text));
            }
        });
        return fields;
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aFieldThatGaveNothingWouldBeNoticed(MappedField field) {
        String beside = field.file().replace(".yaml", ".test.yaml");

        assertThatExceptionOfType(Noticed.class)
                .as("a test in %s that fails without %s", beside, field.name())
                .isThrownBy(() -> TESTS.run(
                        field.withoutIt(), new Attachments(SHIPPED), beside::equals, result -> stop(result, field)));
    }

    /** A test has failed for the field's sake: the others need not run. */
    private static final class Noticed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static void stop(TestResult result, MappedField field) {
        if (result.mismatches().stream()
                .anyMatch(mismatch -> mismatch.what().endsWith("." + field.name() + " differs"))) {
            throw new Noticed();
        }
    }

    private static List<MappedField> fields(String file, String text) {
        MappingNode root = root(text);
        MappingNode fields = (MappingNode) value(root, "fields");
        return fields.getValue().stream()
                .map(field -> {
                    int from = start(field.getKeyNode());
                    // A block ends where the next one begins.
                    String line =
                            text.substring(from, end(field.getValueNode())).stripTrailing();
                    return new MappedField(file, name(field), from, from + line.length());
                })
                .toList();
    }

    private static MappingNode root(String text) {
        return (MappingNode)
                new Compose(LoadSettings.builder().build()).composeString(text).orElseThrow();
    }

    private static Node value(MappingNode node, String key) {
        return node.getValue().stream()
                .filter(member -> name(member).equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst()
                .orElseThrow();
    }

    private static String name(NodeTuple member) {
        return ((ScalarNode) member.getKeyNode()).getValue();
    }

    private static int start(Node node) {
        return node.getStartMark().map(Mark::getIndex).orElseThrow();
    }

    private static int end(Node node) {
        return node.getEndMark().map(Mark::getIndex).orElseThrow();
    }
}
