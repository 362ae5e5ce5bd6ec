package dev.parley.sandbox.soql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code TYPEOF} shows of the record a reference points to.
 *
 * @param byType what to show of records of these types, by API name
 * @param otherwise what to show of all others
 */
record TypeOfSelection(Map<String, Projection> byType, Projection otherwise) {

    /** Checks a {@code TYPEOF} and adds what it asks for to a selection. */
    static void add(Selection selection, Selected.TypeOf typeOf) {
        RecordQuery query = selection.query();
        Expression.Path path = typeOf.reference();
        if (path.names().size() > 1) {
            throw query.names().refusal().unexpected(path.at(), path.spelled());
        }
        Field reference = query.names().relationship(selection.type(), path.last(), path.at());
        Map<String, Projection> byType = new HashMap<>();
        for (Selected.TypeOf.Branch branch : typeOf.branches()) {
            SObjectType type = query.names().type(new Expression.Path(List.of(branch.type()), path.at()));
            byType.put(type.name(), shown(selection, type, branch.fields()));
        }
        TypeOfSelection chosen = new TypeOfSelection(byType, shown(selection, null, typeOf.otherwise()));
        selection
                .projection()
                .add(
                        reference.parent().orElseThrow().relationshipName(),
                        record -> chosen.of(
                                Reach.parent(record, reference, query.org().records())));
    }

    private static Projection shown(Selection selection, SObjectType type, List<Expression.Path> fields) {
        Projection shown = new Projection(selection.query().org());
        fields.forEach(field -> selection.add(shown, type, field));
        return shown;
    }

    private JsonNode of(SObject record) {
        return record == null
                ? JsonNodeFactory.instance.nullNode()
                : byType.getOrDefault(record.type().name(), otherwise).of(record);
    }
}
