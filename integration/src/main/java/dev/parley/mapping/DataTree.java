package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A part of an event's data as a source file describes it. */
sealed interface DataTree {

    /** What it gives; null for nothing. */
    JsonNode of(Scope scope);

    /**
     * An expression.
     *
     * @param textOnly whether a number or a truth is to become text
     */
    record Leaf(Expression expression, boolean textOnly) implements DataTree {
        @Override
        public JsonNode of(Scope scope) {
            JsonValue json = new JsonValue(scope.allowance(), expression.place());
            Object value = scope.value(expression);
            return textOnly ? json.asText(value) : json.of(value);
        }
    }

    /** A value as it is written in the file. */
    record Literal(JsonNode value) implements DataTree {
        @Override
        public JsonNode of(Scope scope) {
            return value;
        }
    }

    /** An object; nothing where all its members are. */
    record Branch(Map<String, DataTree> members) implements DataTree {
        @Override
        public ObjectNode of(Scope scope) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            members.forEach((name, member) -> {
                JsonNode value = member.of(scope);
                if (value != null) {
                    object.set(name, value);
                }
            });
            return object.isEmpty() ? null : object;
        }
    }

    /** What each element of a list becomes. */
    record Elements(Expression each, DataTree item) implements DataTree {
        @Override
        public ArrayNode of(Scope scope) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            scope.each(each).forEach(element -> {
                JsonNode value = item.of(element);
                if (value != null) {
                    array.add(value);
                }
            });
            return array.isEmpty() ? null : array;
        }
    }
}
