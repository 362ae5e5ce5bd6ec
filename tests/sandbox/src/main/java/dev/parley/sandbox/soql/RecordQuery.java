package dev.parley.sandbox.soql;

import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.SObjectType;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the records that one query and its subqueries ask for. */
final class RecordQuery {
    private final Org org;
    private final Names names;
    private final SemiJoins semiJoins = new SemiJoins(this);

    RecordQuery(Org org, Refusal refusal) {
        this.org = org;
        this.names = new Names(org.schema(), refusal);
    }

    Org org() {
        return org;
    }

    Names names() {
        return names;
    }

    SemiJoins semiJoins() {
        return semiJoins;
    }

    RecordBinder binder(SObjectType type) {
        return new RecordBinder(org, names, type);
    }

    /** A filter for rows that the binder can read. */
    <R> Filter<R> filter(Binder<R> binder) {
        return new Filter<>(binder, new ValueTests(names.refusal(), org.now()), semiJoins);
    }

    /** The query checked, for records of that type. */
    Finder finder(Query query, SObjectType type) {
        Comparator<SObject> order = query.orderBy().isEmpty() ? null : new Order<>(binder(type)).by(query.orderBy());
        return new Finder(condition(query, type), order, Cut.of(query, names.refusal()));
    }

    /** The records that fit, in order, from the offset to the limit. */
    List<SObject> find(Query query, SObjectType type) {
        return finder(query, type).among(new Candidates(this, type).of(query.where()));
    }

    /** Every record that fits, in no order. */
    Stream<SObject> matching(Query query, SObjectType type) {
        Predicate<SObject> condition = condition(query, type);
        return new Candidates(this, type).of(query.where()).filter(condition);
    }

    private Predicate<SObject> condition(Query query, SObjectType type) {
        Predicate<SObject> asked = filter(binder(type)).of(query.where());
        return org.includeDeleted() ? asked : record -> !record.isDeleted() && asked.test(record);
    }
}
