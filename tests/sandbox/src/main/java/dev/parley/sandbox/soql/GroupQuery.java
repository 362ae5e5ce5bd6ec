package dev.parley.sandbox.soql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.FieldJson;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.SObjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Answers queries whose rows stand for many records. */
record GroupQuery(RecordQuery query, Query asked, SObjectType type) {

    /** One row for each group. */
    List<ObjectNode> rows() {
        checkLimit();
        Map<String, Function<Group, JsonNode>> columns = columns();
        Predicate<Group> having = query.filter(binder("Having field")).of(asked.having());
        Grouper grouper = new Grouper(keys(), asked.grouping());
        Cut cut = Cut.of(asked, refusal());
        Stream<Group> ordered = ordered(
                grouper.groups(query.matching(asked, type).toList()).stream().filter(having));
        return cut.of(ordered).map(group -> row(columns, group)).toList();
    }

    private Stream<Group> ordered(Stream<Group> groups) {
        return asked.orderBy().isEmpty()
                ? groups
                : groups.sorted(new Order<>(binder("Ordered field")).by(asked.orderBy()));
    }

    private List<Bound<SObject>> keys() {
        RecordBinder records = query.binder(type);
        return asked.groupBy().stream().map(key -> groupable(records.bind(key))).toList();
    }

    private Bound<SObject> groupable(Bound<SObject> key) {
        if (key.field() != null && !key.field().isGroupable()) {
            String name = key.source().spelled();
            throw refusal().field(key.source().at(), "field '" + name + "' can not be grouped in a query call");
        }
        return key;
    }

    /** The columns by name: the alias, the grouped field's own name, or {@code expr0}, {@code expr1} and so on. */
    private Map<String, Function<Group, JsonNode>> columns() {
        Map<String, Function<Group, JsonNode>> columns = new LinkedHashMap<>();
        int unnamed = 0;
        for (Selected selected : asked.select()) {
            if (!(selected instanceof Selected.Column column)) {
                throw refusal()
                        .malformed(
                                asked.from().at(), "Grouped query cannot use child relationships in the SELECT list");
            }
            Function<Group, JsonNode> shown = binder("Field")
                    .bind(column.expression())
                    .read()
                    .andThen(FieldJson::of)
                    .andThen(new Formatted(query.names(), type).by(column.expression()));
            String name = column.alias() != null ? column.alias() : fieldName(column);
            if (columns.putIfAbsent(name == null ? "expr" + unnamed++ : name, shown) != null) {
                throw refusal().malformed(column.expression().at(), "duplicate alias: " + name);
            }
        }
        return columns;
    }

    private String fieldName(Selected.Column column) {
        return column.expression() instanceof Expression.Path path
                ? query.names().reach(type, path).field().name()
                : null;
    }

    private static ObjectNode row(Map<String, Function<Group, JsonNode>> columns, Group group) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.putObject("attributes").put("type", "AggregateResult");
        columns.forEach((name, column) -> row.set(name, column.apply(group)));
        return row;
    }

    private void checkLimit() {
        if (asked.groupBy().isEmpty() && asked.limit().isPresent()) {
            throw refusal()
                    .malformed(
                            asked.from().at(),
                            "Non-grouped query that uses overall aggregate functions cannot also use LIMIT");
        }
    }

    private GroupBinder binder(String role) {
        return new GroupBinder(query.binder(type), asked.groupBy(), role);
    }

    private Refusal refusal() {
        return query.names().refusal();
    }
}
