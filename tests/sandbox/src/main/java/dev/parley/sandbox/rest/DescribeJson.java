package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.FieldJson;
import dev.parley.sandbox.schema.ChildRelationship;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.Field.Trait;
import dev.parley.sandbox.schema.FieldType;
import dev.parley.sandbox.schema.Operation;
import dev.parley.sandbox.schema.SObjectType;
import java.util.Map;
import java.util.TreeMap;

/** Object types and fields in the shape of a describe. */
final class DescribeJson {
    private static final Map<String, Boolean> OF_EVERY_TYPE = new TreeMap<>(Map.of(
            "activateable", false,
            "customSetting", false,
            "layoutable", true,
            "queryable", true,
            "replicateable", true,
            "retrieveable", true,
            "searchable", true,
            "triggerable", true));

    /** The id that the master record type has in every org. */
    private static final String MASTER = "012000000000000AAA";

    private DescribeJson() {}

    /** A type as the list of all types has it. */
    static ObjectNode brief(SObjectType type, String base) {
        ObjectNode json = Reply.JSON.objectNode();
        json.put("name", type.name());
        json.put("label", type.label());
        json.put("labelPlural", type.labelPlural());
        json.put("keyPrefix", type.keyPrefix());
        json.put("custom", type.isCustom());
        json.put("createable", type.allows(Operation.CREATE));
        json.put("updateable", type.allows(Operation.EDIT));
        json.put("deletable", type.allows(Operation.DELETE));
        json.put("undeletable", type.allows(Operation.DELETE));
        json.put("mergeable", type.field("MasterRecordId").isPresent());
        OF_EVERY_TYPE.forEach(json::put);
        String url = base + "/sobjects/" + type.name();
        json.putObject("urls")
                .put("sobject", url)
                .put("describe", url + "/describe")
                .put("rowTemplate", url + "/{ID}");
        return json;
    }

    /** A type with its fields and relationships. */
    static ObjectNode full(SObjectType type, String base) {
        ObjectNode json = brief(type, base);
        type.children().stream().map(DescribeJson::child).forEach(json.withArray("/childRelationships")::add);
        ArrayNode fields = json.putArray("fields");
        type.fields().stream().map(DescribeJson::field).forEach(fields::add);
        json.putArray("recordTypeInfos").add(master(json.at("/urls/sobject").asText()));
        return json;
    }

    /** The record type of objects that have no others. */
    private static ObjectNode master(String url) {
        ObjectNode json = Reply.JSON.objectNode();
        json.put("active", true);
        json.put("available", true);
        json.put("defaultRecordTypeMapping", true);
        json.put("developerName", "Master");
        json.put("master", true);
        json.put("name", "Master");
        json.put("recordTypeId", MASTER);
        json.putObject("urls").put("layout", url + "/describe/layouts/" + MASTER);
        return json;
    }

    private static ObjectNode child(ChildRelationship relationship) {
        ObjectNode json = Reply.JSON.objectNode();
        json.put("cascadeDelete", relationship.cascadeDelete());
        json.put("childSObject", relationship.childType());
        json.put("field", relationship.field());
        json.put("relationshipName", relationship.relationshipName());
        json.put("restrictedDelete", false);
        return json;
    }

    private static ObjectNode field(Field field) {
        ObjectNode json = Reply.JSON.objectNode();
        json.put("name", field.name());
        json.put("label", field.label());
        json.put("custom", field.isCustom());
        json.put("nameField", field.is(Trait.NAME));
        type(json, field);
        writing(json, field);
        finding(json, field);
        picklist(json.putArray("picklistValues"), field);
        reference(json, field);
        return json;
    }

    private static void type(ObjectNode json, Field field) {
        boolean whole = field.type() == FieldType.INT;
        json.put("type", field.type().apiName());
        json.put("soapType", field.type().soapType());
        json.put("length", field.length());
        json.put("byteLength", field.length() * 3);
        json.put("precision", whole ? 0 : field.precision());
        json.put("digits", whole ? field.precision() : 0);
        json.put("scale", field.scale());
        json.put("htmlFormatted", false);
        json.put("extraTypeInfo", field.isLongText() ? "plaintextarea" : null);
        json.put("restrictedPicklist", field.is(Trait.RESTRICTED));
    }

    private static void writing(ObjectNode json, Field field) {
        json.put("nillable", field.isNillable());
        json.put("createable", field.is(Trait.CREATEABLE));
        json.put("updateable", field.is(Trait.UPDATEABLE));
        json.put("defaultedOnCreate", isDefaulted(field));
        json.set("defaultValue", FieldJson.of(field.defaultValue()));
        json.put("autoNumber", field.is(Trait.AUTO_NUMBER));
        json.put("calculated", field.is(Trait.CALCULATED) && field.isCustom());
        json.put("permissionable", !field.is(Trait.ALWAYS_VISIBLE));
    }

    private static void finding(ObjectNode json, Field field) {
        boolean found = field.type() == FieldType.ID || field.is(Trait.ID_LOOKUP) || field.is(Trait.EXTERNAL_ID);
        json.put("idLookup", found);
        json.put("externalId", field.is(Trait.EXTERNAL_ID));
        json.put("unique", field.is(Trait.UNIQUE));
        json.put("caseSensitive", field.is(Trait.CASE_SENSITIVE));
        json.put("filterable", field.isFilterable());
        json.put("sortable", field.isSortable());
        json.put("groupable", field.isGroupable());
    }

    private static boolean isDefaulted(Field field) {
        boolean isSystem = field.is(Trait.CALCULATED) && field.is(Trait.REQUIRED);
        return isSystem || field.defaultValue() != null || field.name().equals("OwnerId");
    }

    private static void picklist(ArrayNode values, Field field) {
        field.picklist().forEach(value -> values.addObject()
                .put("active", true)
                .put("defaultValue", value.isDefault())
                .put("label", value.label())
                .putNull("validFor")
                .put("value", value.value()));
    }

    private static void reference(ObjectNode json, Field field) {
        ArrayNode targets = json.putArray("referenceTo");
        field.parent().ifPresent(parent -> parent.targets().forEach(targets::add));
        json.put(
                "relationshipName",
                field.parent().map(parent -> parent.relationshipName()).orElse(null));
        boolean detail = field.parent().filter(parent -> parent.masterDetail()).isPresent();
        json.put("cascadeDelete", detail);
        if (detail) {
            json.put("relationshipOrder", 0);
            json.put("writeRequiresMasterRead", false);
        } else {
            json.putNull("relationshipOrder");
        }
        json.put(
                "polymorphicForeignKey",
                field.parent().filter(parent -> parent.isPolymorphic()).isPresent());
    }
}
