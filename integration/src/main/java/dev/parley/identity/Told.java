package dev.parley.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Change;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A record as a change event leaves it. */
final class Told {

    private static final String NAME = "Name";

    private Told() {}

    /** What was known of the record, with what the change tells over it. */
    static Known over(ObjectNode known, Follower follower, String id, Change change) {
        ObjectNode fields = known.deepCopy();
        change.fields().properties().forEach(field -> {
            if (follower.fields().contains(field.getKey())) {
                Rows.keepUnlessBlank(fields, field.getKey(), field.getValue());
            }
        });
        if (change.fields().has("LastName") || change.fields().has("FirstName")) {
            fields.put(NAME, name(fields));
        }
        return new Known(follower.followed().sobject(), id, stamp(change), fields);
    }

    /** The event has the parts of a person's name only. */
    private static String name(ObjectNode fields) {
        return Stream.of("FirstName", "LastName")
                .map(part -> fields.path(part).asText(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** When the record was changed; the transaction stood a little later. */
    static Instant stamp(Change change) {
        try {
            return Instant.parse(change.fields().path("LastModifiedDate").asText());
        } catch (DateTimeException notTold) {
            return change.at();
        }
    }
}
