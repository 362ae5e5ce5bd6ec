package dev.parley.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Sets;
import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.crm.Soql;
import dev.parley.identity.Directory;
import dev.parley.mapping.DesiredRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What records hold in the CRM now, as far as it matters: leads, contacts and their kind from the directory, and of the
 * conversations that are about to be written again those that somebody else touched last.
 */
final class Currents {

    /** The object type whose fields people correct by hand. */
    static final String CONVERSATION = "Chat_Conversation__c";

    private final Directory directory;
    private final Map<String, ObjectNode> edited = new HashMap<>();

    Currents(Directory directory) {
        this.directory = directory;
    }

    /** Asks, in one call, which of these conversation records somebody other than Parley changed last. */
    void lookForEdits(Crm crm, String userId, Collection<PlannedWrite> writes) {
        Map<String, DesiredRecord> written = new HashMap<>();
        writes.stream()
                .filter(write -> write.desired().sobject().equals(CONVERSATION) && write.id() != null)
                .forEach(write -> written.put(write.id(), write.desired()));
        if (written.isEmpty()) {
            return;
        }
        TreeSet<String> fields = new TreeSet<>();
        written.values().forEach(record -> record.fields().forEach(field -> fields.add(field.name())));
        rows(crm, userId, written.keySet(), fields)
                .forEach(row -> edited.put(row.path("Id").asText(), row));
    }

    /** A field that the org does not have is refused with its own record, and must not hold up this question. */
    private static List<ObjectNode> rows(Crm crm, String userId, Set<String> ids, Set<String> fields) {
        try {
            return crm.query(List.of(soql(userId, ids, fields))).get(0);
        } catch (CrmException e) {
            if (e.kind() != CrmException.Kind.PERMANENT
                    || !fields.retainAll(crm.describeAnew(CONVERSATION).fields().keySet())) {
                throw e;
            }
            return crm.query(List.of(soql(userId, ids, fields))).get(0);
        }
    }

    private static String soql(String userId, Set<String> ids, Set<String> fields) {
        return "SELECT " + String.join(", ", Sets.union(Set.of("Id"), fields)) + " FROM " + CONVERSATION
                + " WHERE Id IN " + Soql.list(ids) + " AND LastModifiedById != " + Soql.text(userId);
    }

    /** The record's fields in the CRM, or null where they are not known. */
    ObjectNode of(DesiredRecord desired, String id) {
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
                        .map(known -> known.fields())
                        .orElse(null)
                : null;
    }
}
