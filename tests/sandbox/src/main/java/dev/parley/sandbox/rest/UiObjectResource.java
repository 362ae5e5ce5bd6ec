package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.Field.Trait;
import dev.parley.sandbox.schema.FieldType;
import dev.parley.sandbox.schema.Operation;
import dev.parley.sandbox.schema.PicklistValue;
import dev.parley.sandbox.schema.SObjectType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code ui-api/object-info/{type}} and the values of its picklists. */
final class UiObjectResource implements Resource {
    private static final String MASTER_RECORD_TYPE = "012000000000000AAA";
    private static final Map<FieldType, String> TYPES = Map.of(
            FieldType.ID, "Reference",
            FieldType.INT, "Int",
            FieldType.DATETIME, "DateTime",
            FieldType.MULTIPICKLIST, "MultiPicklist",
            FieldType.TEXTAREA, "TextArea",
            FieldType.COMBOBOX, "ComboBox");

    @Override
    public Reply answer(Request request, Context context) {
        if (!request.method().equals("GET")) {
            throw Refusals.method(request.method(), "GET");
        }
        SObjectType type = context.labelledType(request.segment(2));
        if (request.segment(3).isEmpty()) {
            return Reply.ok(info(type, context));
        }
        if (!request.segment(3).equals("picklist-values")) {
            throw Refusals.notFound();
        }
        if (!request.segment(5).isEmpty()) {
            return Reply.ok(picklist(type.field(request.segment(5)).orElseThrow(Refusals::notFound)));
        }
        ObjectNode body = Reply.JSON.objectNode();
        ObjectNode fields = body.putObject("picklistFieldValues");
        type.fields().stream()
                .filter(UiObjectResource::isPicklist)
                .forEach(field -> fields.set(field.name(), picklist(field)));
        return Reply.ok(body);
    }

    private static ObjectNode info(SObjectType type, Context context) {
        ObjectNode info = Reply.JSON.objectNode();
        info.put("apiName", type.name());
        ArrayNode children = info.putArray("childRelationships");
        type.children().stream()
                .filter(child -> context.schema().find(child.childType()).isPresent())
                .forEach(child -> children.addObject()
                        .put("childObjectApiName", child.childType())
                        .put("fieldName", child.field())
                        .put("relationshipName", child.relationshipName()));
        info.put("createable", type.allows(Operation.CREATE));
        info.put("custom", type.isCustom());
        info.put("defaultRecordTypeId", MASTER_RECORD_TYPE);
        info.put("deletable", type.allows(Operation.DELETE));
        ObjectNode fields = info.putObject("fields");
        type.fields().forEach(field -> fields.set(field.name(), field(field, context)));
        info.put("keyPrefix", type.keyPrefix());
        info.put("label", type.label());
        info.put("labelPlural", type.labelPlural());
        ArrayNode names = info.putArray("nameFields");
        type.nameField().ifPresent(field -> names.add(field.name()));
        info.put("queryable", true);
        info.put("updateable", type.allows(Operation.EDIT));
        return info;
    }

    private static ObjectNode field(Field field, Context context) {
        ObjectNode json = Reply.JSON.objectNode();
        json.put("apiName", field.name());
        json.put("createable", field.is(Trait.CREATEABLE));
        json.put("custom", field.isCustom());
        json.put("dataType", dataType(field.type()));
        json.put("externalId", field.is(Trait.EXTERNAL_ID));
        json.put("filterable", field.isFilterable());
        json.put("label", field.label());
        json.put("length", field.length());
        json.put("nameField", field.is(Trait.NAME));
        json.put("precision", field.precision());
        json.put("reference", field.parent().isPresent());
        ArrayNode targets = json.putArray("referenceToInfos");
        field.parent().stream()
                .flatMap(parent -> parent.targets().stream())
                .flatMap(target -> context.schema().find(target).stream())
                .forEach(target -> {
                    ArrayNode names =
                            targets.addObject().put("apiName", target.name()).putArray("nameFields");
                    target.nameField().ifPresent(name -> names.add(name.name()));
                });
        json.put(
                "relationshipName",
                field.parent().map(parent -> parent.relationshipName()).orElse(null));
        json.put("required", !field.isNillable() && !field.is(Trait.CALCULATED) && field.type() != FieldType.BOOLEAN);
        json.put("scale", field.scale());
        json.put("sortable", field.isSortable());
        json.put("unique", field.is(Trait.UNIQUE));
        json.put("updateable", field.is(Trait.UPDATEABLE));
        return json;
    }

    /** The type's name in the UI API's spelling, such as {@code DateTime}. */
    private static String dataType(FieldType type) {
        return TYPES.getOrDefault(
                type,
                Arrays.stream(type.name().split("_"))
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining()));
    }

    private static boolean isPicklist(Field field) {
        return field.type() == FieldType.PICKLIST || field.type() == FieldType.MULTIPICKLIST;
    }

    private static ObjectNode picklist(Field field) {
        ObjectNode body = Reply.JSON.objectNode();
        body.putObject("controllerValues");
        body.putNull("defaultValue");
        ArrayNode values = body.putArray("values");
        for (PicklistValue each : field.picklist()) {
            ObjectNode value = value(each);
            values.add(value);
            if (each.isDefault()) {
                body.set("defaultValue", value.deepCopy());
            }
        }
        return body;
    }

    private static ObjectNode value(PicklistValue each) {
        ObjectNode value = Reply.JSON.objectNode();
        value.putNull("attributes");
        value.put("label", each.label());
        value.putArray("validFor");
        value.put("value", each.value());
        return value;
    }
}
