package dev.parley.sandbox.rest;

import dev.parley.sandbox.records.SObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The {@code If-Modified-Since} header. */
final class Modified {
    private Modified() {}

    static boolean notSince(Request request, SObject record) {
        return notSince(request, (Instant) record.get("LastModifiedDate"));
    }

    /** Whether the caller knows the state of that time already. An unreadable date is as good as none. */
    static boolean notSince(Request request, Instant changed) {
        return date(request.header("If-Modified-Since"))
                .filter(known -> !changed.isAfter(known))
                .isPresent();
    }

    private static Optional<Instant> date(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
