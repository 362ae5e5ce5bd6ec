package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.parley.conversation.ChatEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The published schemas of {@code mappings/schema}, as the program carries them. */
final class Schemas {
    /** Of the dossier. */
    static final JsonNode DOSSIER = read("dossier.schema.json");

    /** Of what a webhook brings; what stands in its body is the service's affair. */
    static final JsonNode DELIVERY = open("delivery", "body", "headers", "query", "received");

    /** Of the request by which a service checks an address. */
    static final JsonNode CHALLENGE = open("challenge", "headers", "query");

    /** Of what a request for missed deliveries is made from. */
    static final JsonNode GAPS = open("request", "page", "since", "user", "item", "before", "body");

    /** Of events. */
    static final JsonNode EVENTS = read(ChatEvent.class, "events.schema.json");

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

    /** An object with these members and no others, of which anything may stand in each. */
    private static JsonNode open(String title, String... members) {
        ObjectNode schema =
                JsonNodeFactory.instance.objectNode().put("title", title).put("type", "object");
        List.of(members).forEach(schema.withObject("properties")::putObject);
        return schema;
    }

    static JsonNode read(String name) {
        return read(Schemas.class, "schema/" + name);
    }

    /** A text that the program carries beside the schemas. */
    static String text(String name) {
        try (InputStream text = Schemas.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Class<?> owner, String name) {
        try (InputStream schema = owner.getResourceAsStream(name)) {
            return JsonTree.read(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
