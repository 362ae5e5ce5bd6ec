package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The published schemas of {@code mappings/schema}, as the program carries them. */
final class Schemas {
    /** Of the dossier. */
    static final JsonNode DOSSIER = read("dossier.schema.json");

    private static final Map<String, JsonSchema> KINDS = new ConcurrentHashMap<>();

    private Schemas() {}

    /** Of a kind of file, such as {@code salesforce}; read when it is first needed. */
    static JsonSchema of(String kind) {
        return KINDS.computeIfAbsent(kind, name -> JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                        read(name + ".schema.json"),
                        SchemaValidatorsConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .build()));
    }

    private static JsonNode read(String name) {
        try (InputStream schema = Schemas.class.getResourceAsStream("schema/" + name)) {
            return new ObjectMapper().readTree(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
