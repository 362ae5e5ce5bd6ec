package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in the place of a value, of whichever kind, is read or told; no file makes the program fail. */
class WrongKindsTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<JsonNode> OTHERS = List.of(
            JSON.nullNode(),
            JSON.numberNode(-7.5),
            JSON.textNode("other"),
            JSON.objectNode().put("other", "other"),
            JSON.arrayNode().addNull().add(JSON.objectNode()));

    static Stream<String> files() {
        return Stream.of(
                "salesforce/lead.yaml",
                "salesforce/lead.test.yaml",
                "sources/generic.yaml",
                "transcripts/generic.yaml",
                "transcripts/generic.test.yaml",
                "people.yaml",
                "people.test.yaml",
                "qualification.yaml",
                "signals/en.yaml",
                "signals/de.test.yaml",
                "functions/en.yaml",
                "presence/en.yaml",
                "functions/de.test.yaml",
                "identity.yaml",
                "hours.yaml",
                "hours.test.yaml",
                "routing.yaml",
                "meetings.yaml",
                "meetings.test.yaml");
    }

    @ParameterizedTest
    @MethodSource("files")
    void areReadOrTold(String name) {
        Map<String, String> shipped = Shipped.files();
        Map<String, String> texts = new TreeMap<>();
        Stream.of("salesforce/handoff_task.yaml", "hours.yaml", name.replace(".test.yaml", ".yaml"))
                .forEach(beside -> texts.put(beside, text(beside, shipped)));
        JsonNode content =
                YamlReader.read(name, text(name, shipped), finding -> {}).content();
        List<String> failed = new ArrayList<>();
        MappingReader reader = new MappingReader();
        places(
                content,
                "",
                place -> OTHERS.forEach(other -> {
                    texts.put(name, with(content, place, other).toString());
                    try {
                        Loaded loaded = reader.load(texts);
                        assertThat(loaded.findings()).allSatisfy(finding -> assertThat(finding.toString())
                                .isNotBlank());
                    } catch (RuntimeException e) {
                        failed.add(place + " as " + other + ": " + e);
                    }
                }));

        assertThat(failed).isEmpty();
    }

    /** The short examples of what is long as it is shipped. */
    private static String text(String name, Map<String, String> shipped) {
        return name.matches("(signals|functions|presence)/en\\.yaml")
                ? Schemas.text("examples/" + name)
                : shipped.get(name);
    }

    /** Of a list its first element: the others are like it. */
    private static void places(JsonNode node, String pointer, Consumer<String> place) {
        if (!pointer.isEmpty()) {
            place.accept(pointer);
        }
        node.properties().forEach(member -> places(member.getValue(), YamlFile.child(pointer, member.getKey()), place));
        if (node.isArray() && !node.isEmpty()) {
            places(node.get(0), pointer + "/0", place);
        }
    }

    private static JsonNode with(JsonNode content, String pointer, JsonNode other) {
        JsonNode copy = content.deepCopy();
        int slash = pointer.lastIndexOf('/');
        JsonNode owner = copy.at(pointer.substring(0, slash));
        String member = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
        if (owner instanceof ArrayNode list) {
            list.set(Integer.parseInt(member), other);
        } else {
            ((ObjectNode) owner).set(member, other);
        }
        return copy;
    }
}
