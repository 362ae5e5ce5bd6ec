package dev.parley.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Crm;
import dev.parley.identity.Directory;
import dev.parley.mapping.DesiredRecord;
import dev.parley.mapping.DesiredRecord.DesiredField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What records hold in the CRM now, as far as it matters: leads, contacts and their kind from the directory, and of the
 * conversations that are about to be written again those that somebody else touched last.
 */
final class Currents {

    /** The object type whose fields people correct by hand. */
    static final String CONVERSATION = "Chat_Conversation__c";

    private static final List<String> EDITED_BY_HAND = List.of(CONVERSATION, Delivery.EVENT);

    private static final String CHANGED_BY = "LastModifiedById";

    private final Directory directory;
    private final Map<String, ObjectNode> seen = new HashMap<>();
    private final Map<String, ObjectNode> edited = new HashMap<>();

    Currents(Directory directory) {
        this.directory = directory;
    }

    /** Looks at these conversation records and events, and which of them somebody other than Parley changed last. */
    void lookForEdits(Crm crm, String userId, Collection<PlannedWrite> writes) {
        EDITED_BY_HAND.forEach(sobject -> lookForEdits(crm, userId, sobject, writes));
    }

    private void lookForEdits(Crm crm, String userId, String sobject, Collection<PlannedWrite> writes) {
        Map<String, DesiredRecord> written = new HashMap<>();
        writes.stream()
                .filter(write -> write.desired().sobject().equals(sobject) && write.id() != null)
                .forEach(write -> written.put(write.id(), write.desired()));
        if (written.isEmpty()) {
            return;
        }
        TreeSet<String> fields = new TreeSet<>();
        written.values().forEach(record -> record.fields().forEach(field -> fields.add(field.name())));
        fields.add(CHANGED_BY);
        new Present(crm).of(sobject, written.keySet(), fields).forEach((id, row) -> {
            seen.put(id, row);
            if (!row.path(CHANGED_BY).asText().equals(userId)) {
                edited.put(id, row);
            }
        });
    }

    /** The record's fields in the CRM, or null; with what was, or shall be, written in the place of its hash. */
    ObjectNode of(DesiredRecord desired, AppliedRecord applied, String id) {
        ObjectNode current = of(desired, id);
        if (current != null) {
            for (DesiredField field : desired.fields()) {
                List<JsonNode> guesses = new ArrayList<>(List.of(FieldValue.json(field.value())));
                if (applied != null && applied.fields().has(field.name())) {
                    guesses.add(applied.fields().get(field.name()));
                }
                directory.recognise(current, field.name(), guesses);
            }
        }
        return current;
    }

    /** The same as {@link #of}, and also of records that nobody but Parley has touched, where they were looked at. */
    ObjectNode lastSeen(DesiredRecord desired, AppliedRecord applied, String id) {
        return id != null && seen.containsKey(id) ? seen.get(id) : of(desired, applied, id);
    }

    /** The record's fields in the CRM, or null where they are not known. */
    private ObjectNode of(DesiredRecord desired, String id) {
        if (id != null && edited.containsKey(id)) {
            return edited.get(id);
        }
        if (id != null) {
            return directory.current(desired.sobject(), id).orElse(null);
        }
        return desired.upsert()
                ? directory
                        .byVisitorKey(desired.key())
                        .filter(known -> known.sobject().equals(desired.sobject()))
                        .flatMap(known -> directory.current(known.sobject(), known.id()))
                        .orElse(null)
                : null;
    }
}
