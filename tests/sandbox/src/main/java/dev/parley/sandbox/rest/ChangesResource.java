package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.schema.SObjectType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** {@code sobjects/X/updated} and {@code sobjects/X/deleted}: what changed between two minutes. */
final class ChangesResource {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final DateTimeFormatter WIRE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

    private ChangesResource() {}

    static boolean isMeant(Request request) {
        return request.segment(2).equals("updated") || request.segment(2).equals("deleted");
    }

    static Reply answer(Request request, Context context, SObjectType type) {
        if (!request.method().equals("GET")) {
            throw Refusals.method(request.method(), "HEAD", "GET");
        }
        Instant from = time(request, "start");
        Instant until = time(request, "end");
        Instant earliest = context.transaction().now().minus(KEPT);
        check(from, until, earliest);
        Stream<SObject> changed = context.records().changedSince(type, from).filter(record -> at(record)
                .isBefore(until));
        ObjectNode body = Reply.JSON.objectNode();
        if (request.segment(2).equals("updated")) {
            changed.filter(record -> !record.isDeleted())
                    .forEach(record -> body.withArray("/ids").add(record.id()));
        } else {
            changed.filter(SObject::isDeleted).forEach(record -> body.withArray("/deletedRecords")
                    .addObject()
                    .put("id", record.id())
                    .put("deletedDate", WIRE.format(at(record))));
            body.put("earliestDateAvailable", WIRE.format(earliest));
        }
        body.withArray(request.segment(2).equals("updated") ? "/ids" : "/deletedRecords");
        return Reply.ok(body.put("latestDateCovered", WIRE.format(until)));
    }

    private static Instant at(SObject record) {
        return (Instant) record.get(record.type().field("SystemModstamp").orElseThrow());
    }

    /** Seconds do not count. */
    private static Instant time(Request request, String parameter) {
        try {
            return OffsetDateTime.parse(request.parameter(parameter).replace(' ', '+'))
                    .toInstant()
                    .truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException none) {
            throw refused(parameter + " is not a valid date and time: " + request.parameter(parameter));
        }
    }

    private static void check(Instant from, Instant until, Instant earliest) {
        if (from.isBefore(earliest)) {
            throw refused("startDate cannot be more than " + KEPT.toDays() + " days ago");
        } else if (!from.isBefore(until)) {
            throw refused("startDate must be at least one minute before endDate");
        }
    }

    private static SalesforceError refused(String message) {
        return SalesforceError.badRequest("INVALID_REPLICATION_DATE", message);
    }
}
