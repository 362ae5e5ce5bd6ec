package dev.parley.sandbox.records;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.Schema;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A record's state as the journal writes it. */
final class StateJson {
    private StateJson() {}

    static void write(JsonGenerator json, SObject state) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", state.type().name());
        json.writeStringField("id", state.id());
        json.writeObjectFieldStart("values");
        for (Map.Entry<String, Object> value : state.values().entrySet()) {
            json.writeFieldName(value.getKey());
            writeValue(json, value.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Integer whole) {
            json.writeNumber(whole);
        } else {
            json.writeString(value instanceof BigDecimal number ? number.toPlainString() : value.toString());
        }
    }

    /** The state, or nothing if its type is no longer in the schema; fields no longer there are left out. */
    static Optional<SObject> read(Schema schema, JsonNode json) {
        return schema.find(json.get("type").textValue()).map(type -> {
            Map<String, Object> values = new LinkedHashMap<>();
            json.get("values").fields().forEachRemaining(value -> type.field(value.getKey())
                    .ifPresent(field -> values.put(field.name(), readValue(field, value.getValue()))));
            return new SObject(type, json.get("id").textValue(), values);
        });
    }

    private static Object readValue(Field field, JsonNode value) {
        return switch (field.type()) {
            case BOOLEAN -> value.booleanValue();
            case INT -> value.intValue();
            case DOUBLE, CURRENCY, PERCENT -> new BigDecimal(value.asText());
            case DATE -> LocalDate.parse(value.textValue());
            case DATETIME -> Instant.parse(value.textValue());
            default -> value.textValue();
        };
    }
}
