package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Reference;
import java.math.BigDecimal;
import java.util.Map;

/** Values of fields as tests and previews show them: a reference is an object that names the other record's external id. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Values() {}

    /** A field's value: String, Number, Boolean, null or {@link Reference}. */
    static JsonNode json(Object value) {
        if (value instanceof Reference reference) {
            return JSON.objectNode().put(reference.externalId(), reference.value());
        }
        if (value instanceof Number number) {
            return JSON.numberNode(new BigDecimal(number.toString()));
        }
        if (value instanceof Boolean flag) {
            return JSON.booleanNode(flag);
        }
        return value == null ? JSON.nullNode() : JSON.textNode(value.toString());
    }

    /** Whether a value is what is expected; numbers by what they are worth, so that 80 is 80.0. */
    static boolean same(JsonNode expected, JsonNode got) {
        if (nothing(expected) || nothing(got)) {
            return nothing(expected) && nothing(got);
        }
        return expected.isNumber() && got.isNumber()
                ? expected.decimalValue().compareTo(got.decimalValue()) == 0
                : expected.equals(got);
    }

    /** For people: text in quotes, nothing as {@code nothing}. */
    static String shown(JsonNode value) {
        return nothing(value) ? "nothing" : value.toString();
    }

    /** The values of a record for people. */
    static String shown(Map<String, Object> fields) {
        ObjectNode shown = JSON.objectNode();
        fields.forEach((name, value) -> shown.set(name, json(value)));
        return shown.toString();
    }

    private static boolean nothing(JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode();
    }
}
