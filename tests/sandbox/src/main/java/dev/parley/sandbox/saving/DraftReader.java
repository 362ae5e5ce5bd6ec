package dev.parley.sandbox.saving;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.FieldType;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the JSON of a record. What it refuses fails the whole request, as nothing of it could be understood. */
public final class DraftReader {
    private final Schema schema;

    /** Reads by the fields that a user sees. */
    public DraftReader(Schema schema) {
        this.schema = schema;
    }

    /**
     * Reads a record's body.
     *
     * @throws SalesforceError INVALID_FIELD for a field that is not there, JSON_PARSER_ERROR for a value of a wrong type
     */
    public Draft read(SObjectType type, JsonNode body) {
        if (body.isMissingNode()) {
            throw ParserErrors.missing();
        }
        if (!body.isObject()) {
            throw ParserErrors.wrongToken(type.name(), body, 1);
        }
        Map<Field, Object> values = new LinkedHashMap<>();
        List<Draft.Link> links = new ArrayList<>();
        String id = null;
        for (Map.Entry<String, JsonNode> entry : body.properties()) {
            String name = entry.getKey();
            if (name.equalsIgnoreCase("attributes")) {
                continue;
            }
            if (name.equalsIgnoreCase("Id")) {
                id = entry.getValue().asText();
            } else if (type.field(name).isPresent()) {
                Field field = type.field(name).orElseThrow();
                values.put(field, ValueReader.read(field, entry.getValue(), () -> ParserErrors.column(body, name)));
            } else {
                links.add(link(type, name, entry.getValue()));
            }
        }
        return new Draft(type, id, values, links);
    }

    private Draft.Link link(SObjectType type, String name, JsonNode parent) {
        Field reference = type.parentRelationship(name).orElseThrow(() -> noSuchColumn(name, type));
        if (!parent.isObject()) {
            throw ParserErrors.wrongToken("reference", parent, 1);
        }
        SObjectType target = target(reference, parent);
        List<Draft.Link> links = parent.properties().stream()
                .filter(entry -> !entry.getKey().equalsIgnoreCase("attributes"))
                .map(entry -> new Draft.Link(
                        reference,
                        target,
                        key(target, entry.getKey()),
                        ValueReader.read(key(target, entry.getKey()), entry.getValue())))
                .toList();
        if (links.size() != 1) {
            throw SalesforceError.badRequest(
                    "INVALID_FIELD",
                    "A foreign key reference to the object " + target + " needs exactly one external ID field.");
        }
        return links.get(0);
    }

    private SObjectType target(Field reference, JsonNode parent) {
        List<String> targets = reference.reference().targets();
        String named = parent.path("attributes").path("type").asText(targets.get(0));
        return targets.stream()
                .filter(named::equalsIgnoreCase)
                .findFirst()
                .flatMap(schema::find)
                .orElseThrow(() -> SalesforceError.badRequest(
                        "INVALID_TYPE", "sObject type '" + named + "' is not supported.", reference.name()));
    }

    private static Field key(SObjectType target, String name) {
        Optional<Field> field = target.field(name);
        Field found = field.orElseThrow(() -> noSuchColumn(name, target));
        if (!isKey(found)) {
            throw SalesforceError.badRequest(
                    "INVALID_FIELD",
                    "Field name provided, " + found.name()
                            + " does not match an External ID, Salesforce Id, or indexed field for " + target);
        }
        return found;
    }

    /** Whether a record may be found by that field: an external id, one that may be looked up, or the id itself. */
    public static boolean isKey(Field field) {
        return field.type() == FieldType.ID || field.is(Field.Trait.EXTERNAL_ID) || field.is(Field.Trait.ID_LOOKUP);
    }

    private static SalesforceError noSuchColumn(String name, SObjectType type) {
        return SalesforceError.badRequest(
                "INVALID_FIELD", "No such column '" + name + "' on sobject of type " + type.name());
    }
}
