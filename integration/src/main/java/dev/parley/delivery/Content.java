package dev.parley.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.ExternalId;
import dev.parley.mapping.DesiredRecord;
import dev.parley.mapping.DesiredRecord.DesiredField;

/** What a record should hold, as one hash: a refused record is tried again only when that has changed. */
final class Content {

    private Content() {}

    static String hash(DesiredRecord record) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (DesiredField field : record.fields()) {
            all.set(field.name(), FieldValue.json(field.value()));
        }
        return ExternalId.hash(record.id() + all);
    }
}
