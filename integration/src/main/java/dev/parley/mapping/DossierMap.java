package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The dossier as maps and lists, which expressions read: made once, without what is null. */
final class DossierMap {
    private DossierMap() {}

    static Map<String, Object> of(JsonNode dossier) {
        if (!(dossier instanceof ObjectNode object)) {
            throw new IllegalArgumentException("A dossier is a JSON object, not " + dossier.getNodeType());
        }
        return map(object);
    }

    private static Map<String, Object> map(ObjectNode object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.properties().forEach(member -> {
            Object value = value(member.getValue());
            if (value != null) {
                map.put(member.getKey(), value);
            }
        });
        return map;
    }

    private static Object value(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return map(object);
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(element -> list.add(value(element)));
            list.removeIf(element -> element == null);
            return list;
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() && node.canConvertToLong()
                    ? number(node.longValue())
                    : (Object) node.doubleValue();
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.textValue();
    }

    /** The expression library compares whole numbers as Integer where they fit. */
    private static Number number(long value) {
        return (int) value == value ? (Number) (int) value : (Number) value;
    }
}
