package dev.parley.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Checks events against {@code events.schema.json} (JSON Schema 2020-12), the one place that says what they look like. */
final class EventSchema {

    private static final String LOCATION = "classpath:dev/parley/conversation/events.schema.json";

    private final JsonSchema attributes;
    private final Map<String, JsonSchema> dataByType = new LinkedHashMap<>();

    EventSchema() {
        JsonMetaSchema dialect = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .format(new DateTime())
                .build();
        JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(
                VersionFlag.V202012, builder -> builder.metaSchema(dialect).defaultMetaSchemaIri(dialect.getIri()));
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(true)
                .errorMessageKeyword("errorMessage")
                .locale(Locale.ENGLISH)
                .build();
        attributes = schemas.getSchema(SchemaLocation.of(LOCATION + "#/$defs/attributes"), config);
        JsonSchema whole = schemas.getSchema(SchemaLocation.of(LOCATION), config);
        for (JsonNode type : whole.getSchemaNode().at("/properties/type/enum")) {
            SchemaLocation place = SchemaLocation.of(LOCATION + "#/$defs/" + type.textValue());
            dataByType.put(type.textValue(), schemas.getSchema(place, config));
        }
    }

    /** The types of events that are taken from outside. */
    Set<String> types() {
        return dataByType.keySet();
    }

    /** Checks all but the data. */
    void checkAttributes(JsonNode event, String pointer, Faults faults) {
        check(attributes, event, pointer, faults);
    }

    /** Checks the data of an event of one of the {@link #types}. */
    void checkData(String type, JsonNode data, String pointer, Faults faults) {
        check(dataByType.get(type), data, pointer, faults);
    }

    private static void check(JsonSchema schema, JsonNode value, String pointer, Faults faults) {
        for (ValidationMessage message : schema.validate(value)) {
            String place = pointer + message.getInstanceLocation();
            switch (message.getType()) {
                case "required" -> faults.add(place + "/" + message.getProperty(), "is required");
                case "propertyNames" -> faults.add(place + "/" + message.getProperty(), words(message));
                default -> faults.add(place, words(message));
            }
        }
    }

    /** Without the place before it, which the fault has already; the words themselves may hold colons. */
    private static String words(ValidationMessage message) {
        String text = message.getMessage();
        String place = message.getInstanceLocation() + ": ";
        return text.startsWith(place) ? text.substring(place.length()) : text;
    }

    /** The library's own check of this format is laxer and knows no leap seconds. */
    private static final class DateTime implements Format {

        @Override
        public String getName() {
            return "date-time";
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            return Rfc3339.isMoment(value);
        }
    }
}
