package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All keys of a schema as rows for people, the ones within others under their path. */
final class SchemaTable {
    private final JsonNode root;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A key.
     *
     * @param path such as {@code fields.{name}.max}; {@code []} stands for an element of a list
     * @param type in words, with the values it can have
     * @param need {@code required}, the default value in words, or empty
     */
    record Row(String path, String type, String need, String description) {}

    private SchemaTable(JsonNode root) {
        this.root = root;
    }

    static List<Row> of(JsonNode schema) {
        SchemaTable table = new SchemaTable(schema);
        table.walk(schema, "", Set.of());
        return List.copyOf(table.rows);
    }

    private void walk(JsonNode schema, String path, Set<String> above) {
        schema.path("properties").properties().forEach(member -> {
            boolean required = contains(schema.path("required"), member.getKey());
            String child = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
            add(member.getValue(), child, required, above);
        });
        if (schema.path("additionalProperties").isObject()) {
            add(schema.path("additionalProperties"), path.isEmpty() ? "{name}" : path + ".{name}", false, above);
        }
        if (schema.path("items").isObject()) {
            into(schema.path("items"), path + "[]", above);
        }
    }

    private void add(JsonNode said, String path, boolean required, Set<String> above) {
        JsonNode schema = resolved(said);
        String description =
                said.path("description").asText(schema.path("description").asText());
        rows.add(new Row(path, type(schema), need(said, schema, required), description));
        into(said, path, above);
    }

    /** What refers to itself is told once. */
    private void into(JsonNode said, String path, Set<String> above) {
        String reference = said.path("$ref").asText();
        if (!above.contains(reference)) {
            Set<String> now = new LinkedHashSet<>(above);
            if (!reference.isEmpty()) {
                now.add(reference);
            }
            walk(resolved(said), path, now);
        }
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.startsWith("#") ? root.at(reference.substring(1)) : schema;
    }

    private String type(JsonNode schema) {
        List<String> words = new ArrayList<>();
        schema.path("enum").forEach(value -> words.add("`" + value.asText() + "`"));
        if (!words.isEmpty()) {
            return String.join(", ", words);
        }
        JsonNode types = schema.path("type");
        (types.isArray() ? types : List.of(types))
                .forEach(type -> words.add(SchemaLint.TYPES.getOrDefault(type.asText(), "any value")));
        String element = schema.has("items")
                ? resolved(schema.path("items")).path("type").asText()
                : "";
        String of = SchemaLint.TYPES.containsKey(element) ? " of " + SchemaLint.TYPES.get(element) : "";
        return String.join(" or ", words) + of;
    }

    private static String need(JsonNode said, JsonNode schema, boolean required) {
        JsonNode otherwise = said.has("default") ? said.path("default") : schema.path("default");
        return required ? "required" : otherwise.isMissingNode() ? "" : "default `" + otherwise.asText() + "`";
    }

    private static boolean contains(JsonNode list, String word) {
        for (JsonNode element : list) {
            if (element.asText().equals(word)) {
                return true;
            }
        }
        return false;
    }
}
