package dev.parley.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Times as Salesforce writes them: with the offset as {@code +0000}, or as RFC 3339 has it. */
final class Times {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX][XX]");

    private Times() {}

    static Instant of(String text) {
        return OffsetDateTime.parse(text, FORMAT).toInstant();
    }
}
