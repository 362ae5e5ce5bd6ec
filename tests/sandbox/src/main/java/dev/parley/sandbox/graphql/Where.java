package dev.parley.sandbox.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.FieldType;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code where} and {@code orderBy} in SOQL's words. */
record Where(Schema schema) {
    private static final Map<String, String> COMPARISONS =
            Map.of("eq", "=", "ne", "!=", "lt", "<", "gt", ">", "lte", "<=", "gte", ">=", "like", "LIKE");
    private static final Map<String, String> LISTS =
            Map.of("in", "IN", "nin", "NOT IN", "includes", "INCLUDES", "excludes", "EXCLUDES");

    /** The condition, empty where there is none. */
    String condition(SObjectType type, JsonNode where) {
        return where.properties().isEmpty() ? "" : all(type, where, "");
    }

    /** The sort keys, empty where there are none. */
    String order(SObjectType type, JsonNode orderBy) {
        List<String> keys = new ArrayList<>();
        (orderBy.isArray() ? orderBy : List.of(orderBy)).forEach(each -> keys(type, each, "", keys));
        return String.join(", ", keys);
    }

    private void keys(SObjectType type, JsonNode orderBy, String prefix, List<String> keys) {
        orderBy.properties().forEach(member -> {
            JsonNode how = member.getValue();
            if (how.has("order")) {
                String nulls = how.has("nulls") ? " NULLS " + word(how.get("nulls"), "FIRST", "LAST") : "";
                keys.add(prefix + field(type, member.getKey()).name() + " " + word(how.get("order"), "ASC", "DESC")
                        + nulls);
            } else {
                keys(parent(type, member.getKey()), how, prefix + member.getKey() + ".", keys);
            }
        });
    }

    private String all(SObjectType type, JsonNode where, String prefix) {
        return where.properties().stream()
                .map(member -> one(type, member.getKey(), member.getValue(), prefix))
                .collect(Collectors.joining(" AND ", "(", ")"));
    }

    private String one(SObjectType type, String name, JsonNode value, String prefix) {
        switch (name) {
            case "and", "or" -> {
                Iterable<JsonNode> parts = value.isArray() ? value : List.of(value);
                List<String> conditions = new ArrayList<>();
                parts.forEach(part -> conditions.add(all(type, part, prefix)));
                return "(" + String.join(name.equals("and") ? " AND " : " OR ", conditions) + ")";
            }
            case "not" -> {
                return "(NOT " + all(type, value, prefix) + ")";
            }
            default -> {
                return type.field(name).isPresent()
                        ? comparisons(field(type, name), value, prefix)
                        : all(parent(type, name), value, prefix + name + ".");
            }
        }
    }

    private static String comparisons(Field field, JsonNode operators, String prefix) {
        String name = prefix + field.name();
        return operators.properties().stream()
                .map(each -> comparison(field, name, each.getKey(), each.getValue()))
                .collect(Collectors.joining(" AND ", "(", ")"));
    }

    private static String comparison(Field field, String name, String operator, JsonNode value) {
        if (LISTS.containsKey(operator) && value.isArray()) {
            return name + " " + LISTS.get(operator) + " "
                    + value.valueStream().map(each -> literal(field, each)).collect(Collectors.joining(", ", "(", ")"));
        }
        if (!COMPARISONS.containsKey(operator)) {
            throw new GraphQl.Refusal("Validation error: '" + operator + "' does not compare " + field.name());
        }
        return name + " " + COMPARISONS.get(operator) + " " + literal(field, value);
    }

    private static String literal(Field field, JsonNode value) {
        if (value.has("literal")) {
            return bare(value.get("literal").asText(), "[A-Z_]{3,40}");
        }
        if (value.has("range")) {
            var range = value.get("range").properties().iterator().next();
            return bare(
                    range.getKey().toUpperCase(Locale.ROOT) + ":"
                            + range.getValue().asText(),
                    "[A-Z_]{3,40}:\\d{1,6}");
        }
        JsonNode plain = value.has("value") ? value.get("value") : value;
        if (plain.isNull() || plain.isNumber() || plain.isBoolean()) {
            return plain.asText();
        }
        boolean time = field.type() == FieldType.DATE || field.type() == FieldType.DATETIME;
        return time
                ? bare(plain.asText(), "[0-9TZ:.+-]{10,30}")
                : "'" + plain.asText().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String bare(String text, String form) {
        if (!text.matches(form)) {
            throw new GraphQl.Refusal("Validation error: '" + text + "' is not a valid value");
        }
        return text;
    }

    private static String word(JsonNode value, String... known) {
        return List.of(known).stream()
                .filter(value.asText()::equals)
                .findFirst()
                .orElseThrow(() -> new GraphQl.Refusal(
                        "Validation error: '" + value.asText() + "' is not one of " + String.join(", ", known)));
    }

    private static Field field(SObjectType type, String name) {
        return type.field(name).orElseThrow(() -> unknown(type, name));
    }

    private SObjectType parent(SObjectType type, String name) {
        return type.parentRelationship(name)
                .flatMap(Field::parent)
                .flatMap(parent ->
                        schema.find(parent.targets().get(parent.targets().size() - 1)))
                .orElseThrow(() -> unknown(type, name));
    }

    static GraphQl.Refusal unknown(SObjectType type, String name) {
        return new GraphQl.Refusal("Validation error: Field '" + name + "' in type '" + type.name() + "' is undefined");
    }
}
