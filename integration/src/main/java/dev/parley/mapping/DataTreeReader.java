package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.mapping.DataTree.Branch;
import dev.parley.mapping.DataTree.Elements;
import dev.parley.mapping.DataTree.Leaf;
import dev.parley.mapping.DataTree.Literal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Compiles the data of an event, and holds its keys against what the type of event knows. */
final class DataTreeReader {
    private final YamlFile file;
    private final String type;
    private final Consumer<Finding> findings;

    /** @param type of event, as the file writes it */
    DataTreeReader(YamlFile file, String type, Consumer<Finding> findings) {
        this.file = file;
        this.type = type;
        this.findings = findings;
    }

    /** The tree with this pointer; null if there is none or it cannot be compiled. */
    DataTree read(String pointer, ExpressionReader expressions) {
        EventShape shape = EventShape.ofData(type);
        JsonNode data = file.content().at(pointer);
        if (data.isMissingNode() && !shape.required().isEmpty()) {
            missing(parent(pointer), "data");
        }
        return read(pointer, data, shape, expressions);
    }

    private DataTree read(String pointer, JsonNode node, EventShape shape, ExpressionReader expressions) {
        if (node.isTextual()) {
            return leaf(pointer, shape, expressions);
        }
        if (node.isObject()) {
            return node.has("each")
                    ? elements(pointer, node, shape, expressions)
                    : branch(pointer, node, shape, expressions);
        }
        return node.isNumber() || node.isBoolean() ? literal(pointer, node, shape) : null;
    }

    private Literal literal(String pointer, JsonNode node, EventShape shape) {
        boolean fits = node.isBoolean()
                ? shape.allows("boolean")
                : shape.allows("number") || (shape.allows("integer") && node.isIntegralNumber());
        if (!fits) {
            String given = node.isBoolean() ? "true or false" : "a number";
            String hint = shape.textOnly() ? ": as a text it is written '\"" + node.asText() + "\"'" : "";
            String what = name(pointer) + " of " + type + " cannot be " + given + hint;
            findings.accept(Finding.error(file.valuePlace(pointer), "wrong-type", what));
        }
        return new Literal(node);
    }

    private static String name(String pointer) {
        return "'" + pointer.substring(pointer.lastIndexOf('/') + 1) + "'";
    }

    private DataTree leaf(String pointer, EventShape shape, ExpressionReader expressions) {
        Expression expression = expressions.read(pointer);
        if (expression == null) {
            return null;
        }
        Set<String> values = shape.values();
        Syntax.Node root = expression.syntax();
        if (root.is("string") && !values.isEmpty() && !values.contains(root.value())) {
            String what = "'" + root.value() + "' is none of " + String.join(", ", values);
            findings.accept(
                    Finding.error(expression.place(), "wrong-value", what, Suggestion.among(values, root.value())));
        }
        return new Leaf(expression, shape.textOnly());
    }

    private DataTree branch(String pointer, JsonNode node, EventShape shape, ExpressionReader expressions) {
        requireType(pointer, shape, "object", "keys with values");
        Map<String, DataTree> members = new LinkedHashMap<>();
        node.properties().forEach(member -> {
            String child = YamlFile.child(pointer, member.getKey());
            checkKey(child, member.getKey(), shape);
            DataTree tree = read(child, member.getValue(), shape.member(member.getKey()), expressions);
            if (tree != null) {
                members.put(member.getKey(), tree);
            }
        });
        shape.required().stream().filter(name -> !node.has(name)).forEach(name -> missing(pointer, name));
        return new Branch(Collections.unmodifiableMap(members));
    }

    private DataTree elements(String pointer, JsonNode node, EventShape shape, ExpressionReader expressions) {
        requireType(pointer, shape, "array", "a list");
        ExpressionReader list = expressions.nested();
        Expression each = list.readList(pointer + "/each");
        ExpressionReader inside = list.nested();
        DataTree item = read(pointer + "/item", node.path("item"), shape.element(), inside);
        if (item != null && !inside.parts().contains("item")) {
            findings.accept(Finding.warning(
                    file.place(pointer + "/each"),
                    "unused-each",
                    "'each' makes one for each element, but nothing uses 'item'"));
        }
        expressions.use(list.parts());
        expressions.use(inside.parts());
        return each == null || item == null ? null : new Elements(each, item);
    }

    private void checkKey(String pointer, String key, EventShape shape) {
        if (shape.open() || shape.names().contains(key)) {
            return;
        }
        String near = Suggestion.among(shape.names(), key);
        String what = "'" + key + "' is no key that " + type + " knows here";
        findings.accept(
                near == null
                        ? Finding.warning(
                                file.place(pointer), "unknown-key", what + ": it is kept, and nothing reads it")
                        : Finding.error(file.place(pointer), "unknown-key", what, near));
    }

    private void requireType(String pointer, EventShape shape, String jsonType, String words) {
        if (!shape.allows(jsonType)) {
            findings.accept(Finding.error(
                    file.place(pointer), "wrong-type", name(pointer) + " of " + type + " cannot be " + words));
        }
    }

    private void missing(String pointer, String name) {
        findings.accept(
                Finding.error(file.place(pointer), "missing-key", "'" + name + "' is missing: " + type + " needs it"));
    }

    private static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }
}
