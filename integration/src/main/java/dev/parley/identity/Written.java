package dev.parley.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Reference;
import java.time.Instant;
import java.util.Map;

/** A record that Parley wrote, as the CRM may be taken to hold it now. */
final class Written {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Directory directory;
    private final Follower follower;
    private final String id;

    Written(Directory directory, Follower follower, String id) {
        this.directory = directory;
        this.follower = follower;
        this.id = id;
    }

    /** What was known of the record, with the written values over it. */
    Known with(Map<String, Object> written, Instant now) {
        ObjectNode fields = directory
                .find(follower.followed(), id)
                .map(Known::fields)
                .orElseGet(JsonNodeFactory.instance::objectNode);
        written.forEach((name, value) -> {
            if (follower.fields().contains(name)) {
                Rows.keepUnlessBlank(fields, name, JSON.valueToTree(plain(value)));
            }
        });
        return new Known(follower.followed().sobject(), id, now, fields);
    }

    private Object plain(Object value) {
        if (value instanceof Reference reference) {
            return reference.externalId().equals(VisitorKey.FIELD)
                    ? directory.byVisitorKey(reference.value()).map(Known::id).orElse(null)
                    : null;
        }
        return value;
    }
}
