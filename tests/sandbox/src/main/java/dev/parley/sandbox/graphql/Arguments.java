package dev.parley.sandbox.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.Field;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.HashMap;
import java.util.Map;

/** The values of an operation's variables, and arguments with them put in, as JSON. */
record Arguments(Map<String, JsonNode> variables) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static Arguments of(OperationDefinition operation, JsonNode given) {
        Arguments arguments = new Arguments(new HashMap<>());
        operation.getVariableDefinitions().forEach(definition -> {
            JsonNode value = given.path(definition.getName());
            boolean useDefault = value.isMissingNode() && definition.getDefaultValue() != null;
            arguments.variables.put(
                    definition.getName(), useDefault ? arguments.json(definition.getDefaultValue()) : value);
        });
        return arguments;
    }

    /** A field's argument, missing where it is not given. */
    JsonNode of(Field field, String name) {
        return field.getArguments().stream()
                .filter(argument -> argument.getName().equals(name))
                .findFirst()
                .map(argument -> json(argument.getValue()))
                .orElse(MissingNode.getInstance());
    }

    private JsonNode json(Value<?> value) {
        if (value instanceof VariableReference reference) {
            JsonNode found = variables.get(reference.getName());
            if (found == null) {
                throw new GraphQl.Refusal("Validation error: Undefined variable '" + reference.getName() + "'");
            }
            return found;
        } else if (value instanceof ArrayValue array) {
            ArrayNode list = JSON.arrayNode();
            array.getValues().forEach(each -> list.add(json(each)));
            return list;
        } else if (value instanceof ObjectValue object) {
            ObjectNode map = JSON.objectNode();
            object.getObjectFields().forEach(each -> {
                JsonNode member = json(each.getValue());
                if (!member.isMissingNode()) {
                    map.set(each.getName(), member);
                }
            });
            return map;
        }
        return scalar(value);
    }

    private static JsonNode scalar(Value<?> value) {
        if (value instanceof StringValue text) {
            return JSON.textNode(text.getValue());
        } else if (value instanceof EnumValue name) {
            return JSON.textNode(name.getName());
        } else if (value instanceof IntValue whole) {
            return JSON.numberNode(whole.getValue());
        } else if (value instanceof FloatValue number) {
            return JSON.numberNode(number.getValue());
        } else if (value instanceof BooleanValue truth) {
            return JSON.booleanNode(truth.isValue());
        } else if (value instanceof NullValue) {
            return JSON.nullNode();
        }
        throw new GraphQl.Refusal("Validation error: a value of that kind is not known: " + value);
    }
}
