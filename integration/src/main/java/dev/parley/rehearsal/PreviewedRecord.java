package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.ConversationKey;
import dev.parley.delivery.DryRun.Change;
import dev.parley.mapping.DesiredRecord.DesiredField;
import dev.parley.mapping.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * A record that a conversation would have written.
 *
 * @param conversation the conversation
 * @param sobject API name of the object type
 * @param key Parley's key of it
 * @param id its Salesforce id if it stands in the org already and that is known, else null
 * @param created whether it would be made; else it would be updated
 * @param place where in the mapping files it comes from
 * @param fields what of it would be written, in the order of the file
 */
public record PreviewedRecord(
        ConversationKey conversation,
        String sobject,
        String key,
        String id,
        boolean created,
        Place place,
        List<Field> fields) {

    /**
     * One field.
     *
     * @param name API name
     * @param value as JSON; a reference is an object that names the other record's external id
     * @param place the line it comes from
     */
    public record Field(String name, JsonNode value, Place place) {}

    static PreviewedRecord of(Change change) {
        List<Field> fields = new ArrayList<>();
        for (DesiredField field : change.record().fields()) {
            if (change.fields().containsKey(field.name())) {
                fields.add(new Field(field.name(), Values.json(change.fields().get(field.name())), field.place()));
            }
        }
        return new PreviewedRecord(
                change.conversation(),
                change.record().sobject(),
                change.record().key(),
                change.id(),
                change.created(),
                change.record().place(),
                fields);
    }
}
