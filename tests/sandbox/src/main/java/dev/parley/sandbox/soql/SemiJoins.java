package dev.parley.sandbox.soql;

import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.FieldType;
import dev.parley.sandbox.schema.SObjectType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/** Answers the subqueries of conditions, each once. */
final class SemiJoins {
    private final RecordQuery records;
    private final IdentityHashMap<Query, List<?>> answered = new IdentityHashMap<>();

    SemiJoins(RecordQuery records) {
        this.records = records;
    }

    /** The ids that the subquery's one column holds. */
    List<?> values(Query query) {
        List<?> known = answered.get(query);
        if (known == null) {
            known = answer(query);
            answered.put(query, known);
        }
        return known;
    }

    private List<?> answer(Query query) {
        SObjectType type = records.names().type(query.from());
        Bound<SObject> column = column(query, records.binder(type));
        return records.find(query, type).stream()
                .map(column.read())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Bound<SObject> column(Query query, RecordBinder binder) {
        Refusal refusal = records.names().refusal();
        int at = query.from().at();
        if (query.select().size() != 1 || !(query.select().get(0) instanceof Selected.Column column)) {
            throw refusal.malformed(at, "a semi join sub-select can only query a single field");
        }
        Bound<SObject> bound = binder.bind(column.expression());
        boolean isId = bound.type() == FieldType.ID || bound.type() == FieldType.REFERENCE;
        boolean own = column.expression() instanceof Expression.Path path
                && path.names().size() == 1;
        if (!isId || !own) {
            String name = bound.source().spelled();
            throw refusal.malformed(at, "The inner select field '" + name + "' must be an id or a reference");
        }
        return bound;
    }
}
