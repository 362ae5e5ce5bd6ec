package dev.parley.sandbox.soql;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.FieldType;
import dev.parley.sandbox.schema.SObjectType;

/** What a query's columns are, without its rows: {@code columns=true}, which the Salesforce CLI asks before it prints. */
record Columns(Names names) {

    /** The columns of a query on records of that type. */
    ObjectNode of(Query query, SObjectType type) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        columns(body.putArray("columnMetadata"), query, type);
        body.put("entityName", type.name());
        body.put("groupBy", !query.groupBy().isEmpty());
        body.put("idSelected", query.select().stream().anyMatch(Columns::isId));
        body.put("keyPrefix", type.keyPrefix());
        return body;
    }

    private static boolean isId(Selected selected) {
        return selected instanceof Selected.Column column
                && column.expression() instanceof Expression.Path path
                && path.names().size() == 1
                && path.last().equalsIgnoreCase("Id");
    }

    private void columns(ArrayNode columns, Query query, SObjectType type) {
        int unnamed = 0;
        for (Selected selected : query.select()) {
            if (selected instanceof Selected.Children children) {
                var child = names.children(type, children.query().from());
                ObjectNode column = column(columns, child.relationshipName(), true, null);
                SObjectType childType = names.schema().find(child.childType()).orElseThrow();
                columns((ArrayNode) column.get("joinColumns"), children.query(), childType);
            } else if (selected instanceof Selected.TypeOf typeOf) {
                Expression.Path path = typeOf.reference();
                Field reference = names.relationship(type, path.last(), path.at());
                column(columns, reference.parent().orElseThrow().relationshipName(), false, null);
            } else if (selected instanceof Selected.Fields) {
                type.fields().forEach(field -> column(columns, field.name(), false, field));
            } else if (selected instanceof Selected.Column column) {
                if (column.expression() instanceof Expression.Path path) {
                    path(columns, path, type);
                } else {
                    column(columns, column.alias() == null ? "expr" + unnamed++ : column.alias(), true, null);
                }
            }
        }
    }

    /** A path is a column that holds another for each relationship on the way. */
    private void path(ArrayNode columns, Expression.Path path, SObjectType type) {
        Reach reach = names.reach(type, path);
        ArrayNode at = columns;
        for (Field hop : reach.hops()) {
            at = (ArrayNode) column(at, hop.parent().orElseThrow().relationshipName(), false, null)
                    .get("joinColumns");
        }
        column(at, reach.field().name(), false, reach.field());
    }

    private static ObjectNode column(ArrayNode columns, String name, boolean aggregate, Field field) {
        ObjectNode column = columns.addObject();
        column.put("aggregate", aggregate);
        column.put("apexType", field == null ? null : field.type().apiName());
        column.put("booleanType", field != null && field.type() == FieldType.BOOLEAN);
        column.put("columnName", name);
        column.put("custom", name.endsWith("__c"));
        column.put("displayName", name);
        column.putNull("foreignKeyName");
        column.put("insertable", field != null && field.is(Field.Trait.CREATEABLE));
        column.putArray("joinColumns");
        column.put("numberType", field != null && field.type().isNumber());
        column.put("textType", field != null && field.type().isText());
        column.put("updatable", field != null && field.is(Field.Trait.UPDATEABLE));
        return column;
    }
}
