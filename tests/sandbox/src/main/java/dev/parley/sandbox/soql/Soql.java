package dev.parley.sandbox.soql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.rest.Queries;
import dev.parley.sandbox.schema.SObjectType;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * The org's SOQL: parses a query, checks it against the schema as the asking user sees it, and answers it from the
 * records. Safe for use by many threads while the records stand still.
 */
public final class Soql implements Queries {
    private final Records records;
    private final Clock clock;
    private final ParsedQueries parsed = new ParsedQueries();

    /**
     * Answers from these records.
     *
     * @param clock gives the time and the org's time zone, which decide what {@code TODAY} is
     */
    public Soql(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /**
     * {@inheritDoc}
     *
     * @throws SalesforceError {@code MALFORMED_QUERY}, {@code INVALID_TYPE}, {@code INVALID_FIELD} and the like
     */
    @Override
    public Result query(Request request) {
        return answer(parsed.of(request.soql()), over(request.sight().of(records), request));
    }

    @Override
    public ObjectNode columns(Request request) {
        Query query = parsed.of(request.soql());
        Names names = new Names(request.schema(), new Refusal(request.soql()));
        return new Columns(names).of(query, names.type(query.from()));
    }

    @Override
    public void checkBulk(Request request) {
        Query query = parsed.of(request.soql());
        BulkRules.check(query);
        RecordQuery bound = over(new NoRecords(), request);
        SObjectType type = checked(query, bound);
        Selection.of(bound, query, type);
        bound.finder(query, type);
    }

    private RecordQuery over(Records seen, Request request) {
        Org org =
                new Org(request.schema(), seen, ZonedDateTime.now(clock), request.includeDeleted(), request.version());
        return new RecordQuery(org, new Refusal(request.soql()));
    }

    private static Result answer(Query query, RecordQuery records) {
        SObjectType type = checked(query, records);
        if (query.isCount()) {
            return count(query, records, type);
        }
        List<ObjectNode> rows =
                query.isAggregate() ? new GroupQuery(records, query, type).rows() : shown(query, records, type);
        return new Result(rows.size(), rows);
    }

    /** The type that the query reads. */
    private static SObjectType checked(Query query, RecordQuery records) {
        SObjectType type = records.names().type(query.from());
        if (query.beyond() != null) {
            throw records.names().refusal().malformed(0, "the sandbox org does not carry out " + query.beyond());
        }
        new SemiJoinRules(records.names()).check(query, type);
        return type;
    }

    private static List<ObjectNode> shown(Query query, RecordQuery records, SObjectType type) {
        Projection projection = Selection.of(records, query, type);
        return records.find(query, type).stream().map(projection::of).toList();
    }

    private static Result count(Query query, RecordQuery records, SObjectType type) {
        checkAlone(query, records.names().refusal());
        Stream<?> counted = Cut.of(query, records.names().refusal()).of(records.matching(query, type));
        return new Result((int) counted.count(), List.of());
    }

    /** {@code COUNT()} counts what the condition finds, and does nothing else. */
    private static void checkAlone(Query query, Refusal refusal) {
        if (!query.groupBy().isEmpty()) {
            throw refusal.malformed(query.groupBy().get(0).at(), "Grouped query cannot use COUNT()");
        } else if (!query.orderBy().isEmpty()) {
            throw refusal.malformed(query.orderBy().get(0).key().at(), "COUNT() cannot be used with ORDER BY");
        }
    }
}
