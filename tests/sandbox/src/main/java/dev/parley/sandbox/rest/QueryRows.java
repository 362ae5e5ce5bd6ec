package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;

/** A query's rows as a table has them: without nesting, parents' fields by names such as {@code Owner.Name}. */
final class QueryRows {
    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT[\\d:.]+)\\+0000");

    private QueryRows() {}

    /** Adds the names of the columns that a query tells of. */
    static void name(JsonNode columns, String prefix, ArrayNode names) {
        for (JsonNode column : columns) {
            String name = prefix + column.path("columnName").asText();
            if (column.path("joinColumns").isEmpty()) {
                names.add(name);
            } else {
                name(column.path("joinColumns"), name + ".", names);
            }
        }
    }

    /** The row with a text in each of those columns; a date-time ends with Z. */
    static ObjectNode flat(ObjectNode row, List<String> columns) {
        ObjectNode flat = Reply.JSON.objectNode();
        for (String column : columns) {
            JsonNode value = row.at("/" + column.replace('.', '/'));
            boolean nothing = value.isNull() || value.isMissingNode();
            flat.put(column, nothing ? "" : TIME.matcher(value.asText()).replaceFirst("$1Z"));
        }
        return flat;
    }
}
