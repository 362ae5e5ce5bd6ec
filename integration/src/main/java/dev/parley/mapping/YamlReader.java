package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 (core schema) as JSON with places. Bounded in size and depth; without anchors, aliases and own tags. */
final class YamlReader {
    /** Ids look so, and nobody counts so: what has letters in it is text. */
    private static final Pattern OTHER_BASE = Pattern.compile("0[xo].*");

    static final int MAX_CHARACTERS = 256 * 1024;

    private static final int MAX_DEPTH = 32;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Set<Tag> TAGS = Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.NULL, Tag.BOOL, Tag.INT, Tag.FLOAT);

    private final String name;
    private final List<String> lines;
    private final Consumer<Finding> findings;
    private final Map<String, Place> keys = new HashMap<>();
    private final Map<String, Place> values = new HashMap<>();
    private final Map<String, YamlText> texts = new HashMap<>();
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlReader(String name, String text, Consumer<Finding> findings) {
        this.name = name;
        this.lines = text.lines().toList();
        this.findings = findings;
    }

    /** The file's content, as far as it can be read; what cannot is a finding. */
    static YamlFile read(String name, String text, Consumer<Finding> findings) {
        return new YamlReader(name, text, findings).read(text);
    }

    private YamlFile read(String text) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(name)
                    .setSchema(new CoreSchema())
                    .setCodePointLimit(MAX_CHARACTERS)
                    .build();
            Optional<Node> root = new BoundedComposer(settings, text, MAX_DEPTH).getSingleNode();
            JsonNode content = root.map(node -> json(node, "")).orElse(NullNode.instance);
            return new YamlFile(name, content, Map.copyOf(keys), Map.copyOf(values), Map.copyOf(texts));
        } catch (BoundedComposer.TooDeep e) {
            findings.accept(Finding.error(place(e.place()), "too-deep", e.getMessage()));
        } catch (YamlEngineException e) {
            findings.accept(YamlMistake.of(name, text, e));
        }
        return YamlFile.unreadable(name);
    }

    private JsonNode json(Node node, String pointer) {
        if (!seen.add(node)) {
            return refuse(node, "alias", "an alias repeats what is written here: write it out where it is used");
        }
        if (!TAGS.contains(node.getTag())) {
            return refuse(node, "yaml-tag", "the tag " + node.getTag() + " means nothing here");
        }
        if (node instanceof MappingNode mapping) {
            return object(mapping, pointer);
        }
        return node instanceof SequenceNode list ? array(list, pointer) : scalar((ScalarNode) node, pointer);
    }

    private ObjectNode object(MappingNode mapping, String pointer) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple member : mapping.getValue()) {
            if (!(member.getKeyNode() instanceof ScalarNode key)) {
                refuse(member.getKeyNode(), "wrong-value", "a key must be a plain word");
            } else if (object.has(key.getValue())) {
                refuse(key, "duplicate-key", "'" + key.getValue() + "' stands here a second time");
            } else {
                String child = YamlFile.child(pointer, key.getValue());
                keys.put(child, place(key.getStartMark()));
                JsonNode value = json(member.getValueNode(), child);
                if (value != null) {
                    object.set(key.getValue(), value);
                }
            }
        }
        return object;
    }

    private ArrayNode array(SequenceNode list, String pointer) {
        ArrayNode array = JSON.arrayNode();
        for (Node element : list.getValue()) {
            String child = pointer + "/" + array.size();
            keys.put(child, place(element.getStartMark()));
            JsonNode value = json(element, child);
            array.add(value == null ? NullNode.instance : value);
        }
        return array;
    }

    private JsonNode scalar(ScalarNode node, String pointer) {
        JsonNode value = value(node, pointer);
        if (value != null) {
            boolean leftOut = value.isNull() && node.getValue().isEmpty();
            Place place = place(node.getStartMark());
            values.put(pointer, leftOut ? keys.getOrDefault(pointer, place) : place);
        }
        return value;
    }

    private JsonNode value(ScalarNode node, String pointer) {
        String value = node.getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.STR)
                || (tag.equals(Tag.INT) && OTHER_BASE.matcher(value).matches())) {
            texts.put(pointer, YamlText.of(node, place(node.getStartMark()), lines));
            return TextNode.valueOf(value);
        }
        if (tag.equals(Tag.NULL)) {
            return NullNode.instance;
        }
        if (tag.equals(Tag.BOOL)) {
            return BooleanNode.valueOf(Boolean.parseBoolean(value));
        }
        return number(node);
    }

    private JsonNode number(ScalarNode node) {
        try {
            return node.getTag().equals(Tag.INT)
                    ? LongNode.valueOf(Long.parseLong(node.getValue()))
                    : DoubleNode.valueOf(Double.parseDouble(node.getValue()));
        } catch (NumberFormatException e) {
            return refuse(node, "wrong-value", "'" + node.getValue() + "' is not a number that can be kept");
        }
    }

    /** Says what is wrong with a node, which is then left out. */
    private JsonNode refuse(Node node, String rule, String what) {
        findings.accept(Finding.error(place(node.getStartMark()), rule, what));
        return null;
    }

    private Place place(Optional<Mark> mark) {
        return mark.map(at -> new Place(name, at.getLine() + 1, at.getColumn() + 1))
                .orElse(new Place(name, 1, 1));
    }
}
