package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Makes JSON of what an expression gives. */
final class JsonValue {
    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    private final Allowance allowance;
    private final Place place;

    /** @param place of the expression, for what cannot be JSON */
    JsonValue(Allowance allowance, Place place) {
        this.allowance = allowance;
        this.place = place;
    }

    /** Null for nothing; members and elements that are nothing are left out. */
    JsonNode of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        if (value instanceof List<?> list) {
            return array(list);
        }
        if (value instanceof String text) {
            allowance.text(text.length(), place);
            return JSON.textNode(text);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value == null || value instanceof Boolean) {
            return value == null ? null : JSON.booleanNode((Boolean) value);
        }
        throw new MappingFailed(place, "the expression gives a function, not a value");
    }

    /** A number or a truth as text, for a key that takes only text. */
    JsonNode asText(Object value) {
        boolean scalar = value instanceof Number || value instanceof Boolean;
        return of(scalar ? Value.text(value, place) : value);
    }

    private ObjectNode object(Map<?, ?> map) {
        ObjectNode object = JSON.objectNode();
        map.forEach((key, member) -> {
            JsonNode value = of(member);
            if (value != null) {
                allowance.text(key.toString().length(), place);
                object.set(key.toString(), value);
            }
        });
        return object;
    }

    private ArrayNode array(List<?> list) {
        ArrayNode array = JSON.arrayNode();
        for (Object element : list) {
            JsonNode value = of(element);
            if (value != null) {
                array.add(value);
            }
        }
        return array;
    }

    private JsonNode number(Number number) {
        if (number instanceof Integer || number instanceof Long) {
            return whole(number.longValue());
        }
        if (number instanceof BigInteger || number instanceof BigDecimal) {
            return JSON.numberNode(new BigDecimal(number.toString()));
        }
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            throw new MappingFailed(place, "the expression gives a number that is not finite");
        }
        return value == Math.rint(value) && Math.abs(value) < 1L << 53 ? whole((long) value) : JSON.numberNode(value);
    }

    /** As the JSON library itself reads it, so that what is written and read again is equal. */
    private static JsonNode whole(long value) {
        return (int) value == value ? JSON.numberNode((int) value) : JSON.numberNode(value);
    }
}
