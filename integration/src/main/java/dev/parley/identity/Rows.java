package dev.parley.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Set;

/** The CRM's answers as records to keep. */
final class Rows {

    /** Salesforce writes the offset as {@code +0000}, without the colon of RFC 3339; others write it as the RFC says. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    private Rows() {}

    /** One row, with the given fields only and without blank ones. */
    static Known known(Followed followed, Set<String> keep, ObjectNode row) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        keep.forEach(name -> keepUnlessBlank(fields, name, row.path(name)));
        Instant stamp = TIME.parse(row.path("SystemModstamp").asText(), Instant::from);
        return new Known(followed.sobject(), row.path("Id").asText(), stamp, fields);
    }

    static boolean deleted(ObjectNode row) {
        return row.path("IsDeleted").asBoolean(false);
    }

    static void keepUnlessBlank(ObjectNode fields, String name, JsonNode value) {
        boolean blank = value.isNull()
                || value.isMissingNode()
                || (value.isTextual() && value.textValue().isBlank());
        if (blank) {
            fields.remove(name);
        } else {
            fields.set(name, value);
        }
    }
}
