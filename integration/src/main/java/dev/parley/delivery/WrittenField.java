package dev.parley.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.parley.crm.ExternalId;

/**
 * A field of a write. A long text, such as a part of a transcript, is kept as its hash alone: that tells whether a person
 * has changed it, and keeps the ledger small.
 *
 * @param known whether it is known what the field held before
 * @param before that value; JSON null for an empty field, and where it is not known
 * @param after what was written; JSON null where the field was emptied, an object for a reference by external id
 * @param place the line of the mapping file, or null if it was not by one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WrittenField(boolean known, JsonNode before, JsonNode after, String place) {

    private static final int LONGEST = 4_000;
    private static final String HASH = "longTextHash";

    WrittenField {
        before = before == null ? NullNode.getInstance() : before;
        after = after == null ? NullNode.getInstance() : after;
    }

    static WrittenField of(boolean known, JsonNode before, JsonNode after, String place) {
        return new WrittenField(known && !isLong(before), kept(before), kept(after), place);
    }

    /** This write and a later one as one. */
    WrittenField followedBy(WrittenField later) {
        return new WrittenField(known, before, later.after, later.place);
    }

    /** Whether the CRM still holds what was written; references are by another key there, and count as held. */
    boolean stands(JsonNode present) {
        if (after.has(HASH)) {
            return isLong(present) && kept(present).equals(after);
        }
        return after.isObject() ? !FieldValue.blank(present) : FieldValue.same(present, after);
    }

    private static JsonNode kept(JsonNode value) {
        return isLong(value)
                ? JsonNodeFactory.instance
                        .objectNode()
                        .put(
                                HASH,
                                ExternalId.hash(
                                        value.textValue().replace("\r\n", "\n").strip()))
                : value;
    }

    private static boolean isLong(JsonNode value) {
        return value != null && value.isTextual() && value.textValue().length() > LONGEST;
    }
}
