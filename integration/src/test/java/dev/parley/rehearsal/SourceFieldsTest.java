package dev.parley.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.mapping.BrokenMappings;
import dev.parley.mapping.MappingFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The tests beside the shipped source files: none of their entries, and no field of one, could go unnoticed. */
class SourceFieldsTest {

    private static final Path SHIPPED = Path.of("../mappings");
    private static final Map<String, String> TEXTS = MappingFolder.texts(SHIPPED);
    private static final String RECORD = "salesforce/chat_conversation.yaml";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MappingTests TESTS = new MappingTests();

    /** What may go without any test that could tell, with the reason: by file and by what is dropped. */
    private static final Map<String, String> EQUIVALENT = Map.of();

    @AfterAll
    static void close() {
        TESTS.close();
    }

    static Stream<String> sources() {
        return TEXTS.keySet().stream().filter(file -> file.startsWith("sources/") && !file.endsWith(".test.yaml"));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void whatIsDroppedFailsATest(String file) {
        JsonNode source = read(TEXTS.get(file));
        assertThat(isNoticed(file, source)).as("as it is shipped, all pass").isFalse();

        assertThat(unnoticed(file, source))
                .as("add a test to %s, or say in EQUIVALENT why there can be none", beside(file))
                .containsExactlyInAnyOrderElementsOf(EQUIVALENT.keySet().stream()
                        .filter(known -> known.startsWith(file + " "))
                        .toList());
    }

    @Test
    void whatNoTestLooksAtIsTold() {
        String file = "sources/tawkto.yaml";
        JsonNode source = read(TEXTS.get(file));
        ((ObjectNode) source.at("/events/0/data")).put("locale", "\"sv\"");

        assertThat(unnoticed(file, source)).containsExactly(file + " chat.conversation.started 1 data/locale");
    }

    private static List<String> unnoticed(String file, JsonNode source) {
        return droppable(source).stream()
                .filter(pointer -> !isNoticed(file, without(source, pointer)))
                .map(pointer -> file + " " + name(source, pointer))
                .toList();
    }

    /** Each entry, and each field of one; without some of them it is no entry, which is noticed too. */
    private static List<JsonPointer> droppable(JsonNode source) {
        List<JsonPointer> pointers = new ArrayList<>();
        for (int i = 0; i < source.path("events").size(); i++) {
            JsonPointer entry = JsonPointer.compile("/events/" + i);
            pointers.add(entry);
            addFields(source, entry, pointers);
        }
        return pointers;
    }

    private static void addFields(JsonNode source, JsonPointer at, List<JsonPointer> pointers) {
        source.at(at).fieldNames().forEachRemaining(name -> {
            JsonPointer field = at.appendProperty(name);
            if (source.at(field).isObject()) {
                addFields(source, field, pointers);
            } else {
                pointers.add(field);
            }
        });
    }

    private static JsonNode without(JsonNode source, JsonPointer pointer) {
        JsonNode copy = source.deepCopy();
        JsonNode parent = copy.at(pointer.head());
        if (parent instanceof ArrayNode entries) {
            entries.remove(pointer.last().getMatchingIndex());
        } else {
            ((ObjectNode) parent).remove(pointer.last().getMatchingProperty());
        }
        return copy;
    }

    /** Such as {@code chat.message.posted 2 data/text}: numbers of lines would change with every edit. */
    private static String name(JsonNode source, JsonPointer pointer) {
        String[] steps = pointer.toString().split("/", 4);
        int index = Integer.parseInt(steps[2]);
        String type = source.at("/events/" + index + "/type").asText();
        long nth = Stream.iterate(0, i -> i + 1)
                .limit(index + 1L)
                .filter(i -> source.at("/events/" + i + "/type").asText().equals(type))
                .count();
        return type + " " + nth + (steps.length > 3 ? " " + steps[3] : "");
    }

    /** Whether a test of the file fails, or the file cannot be used any more. */
    private static boolean isNoticed(String file, JsonNode source) {
        // One record file there must be; and JSON is YAML.
        Map<String, String> texts =
                Map.of(RECORD, TEXTS.get(RECORD), beside(file), TEXTS.get(beside(file)), file, source.toString());
        try {
            TESTS.run(texts, new Attachments(SHIPPED), beside(file)::equals, SourceFieldsTest::stop);
            return false;
        } catch (Noticed | BrokenMappings e) {
            return true;
        }
    }

    private static String beside(String file) {
        return file.replace(".yaml", ".test.yaml");
    }

    private static JsonNode read(String yaml) {
        return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    /** A test has failed: the others need not run. */
    private static final class Noticed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static void stop(TestResult result) {
        if (!result.passed()) {
            throw new Noticed();
        }
    }
}
