package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads dates and time zones of a file; what is no text, or looks like no date at all, its schema has told already. */
final class TimeReader {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final YamlFile file;
    private final Consumer<Finding> findings;

    TimeReader(YamlFile file, Consumer<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    /** The time zone that stands at a pointer; UTC where there is none. */
    ZoneId zone(String pointer) {
        JsonNode named = file.content().at(pointer);
        try {
            return named.isTextual() ? ZoneId.of(named.textValue()) : ZoneOffset.UTC;
        } catch (DateTimeException e) {
            String zone = named.textValue();
            findings.accept(Finding.error(
                    file.valuePlace(pointer),
                    "unknown-zone",
                    "'" + zone + "' is no time zone",
                    Suggestion.among(ZoneId.getAvailableZoneIds(), zone)));
            return ZoneOffset.UTC;
        }
    }

    /** The day that stands at a pointer. */
    Optional<LocalDate> date(String pointer) {
        return date(file.valuePlace(pointer), file.content().at(pointer).asText());
    }

    /** The day that a text names, which stands there. */
    Optional<LocalDate> date(Place place, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            if (DATE.matcher(text).matches()) {
                findings.accept(Finding.error(place, "wrong-value", "the calendar has no day '" + text + "'"));
            }
            return Optional.empty();
        }
    }
}
