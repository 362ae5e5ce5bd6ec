package dev.parley.sandbox.saving;

import dev.parley.sandbox.records.RecycleBin.Trace;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.Transaction;
import dev.parley.sandbox.schema.ChildRelationship;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Moves a record to the recycle bin with what cannot be without it; other records lose their reference to it. */
final class Deletion {
    private static final Map<String, Set<String>> GO_ALONG = Map.of("Account", Set.of("Contact", "Opportunity"));

    private final Schema org;
    private final Transaction transaction;
    private final String userId;

    Deletion(Schema org, Transaction transaction, String userId) {
        this.org = org;
        this.transaction = transaction;
        this.userId = userId;
    }

    void delete(SObject record) {
        change(record, Map.of("IsDeleted", true), null);
        transaction.bin().opened(record.id());
        SObjectType type = org.find(record.type().name()).orElseThrow();
        type.children().forEach(relationship -> follow(record, relationship));
    }

    private void follow(SObject parent, ChildRelationship relationship) {
        SObjectType childType = org.find(relationship.childType()).orElseThrow();
        Field field = childType.field(relationship.field()).orElseThrow();
        boolean goesAlong = relationship.cascadeDelete()
                || childType.name().equals("OpportunityContactRole")
                || (field.name().equals("AccountId") && goesAlong(parent, childType));
        if (!goesAlong && !field.isCustom()) {
            return;
        }
        List<SObject> children = transaction
                .withValue(childType, field, parent.id())
                .filter(child -> !child.isDeleted())
                .toList();
        for (SObject child : children) {
            transaction.bin().note(parent.id(), new Trace(child.id(), goesAlong ? null : field));
            if (goesAlong) {
                delete(child);
            } else {
                change(child, Map.of(), field);
            }
        }
    }

    private static boolean goesAlong(SObject parent, SObjectType childType) {
        return GO_ALONG.getOrDefault(parent.type().name(), Set.of()).contains(childType.name());
    }

    private void change(SObject record, Map<String, Object> changes, Field emptied) {
        Map<String, Object> values = new LinkedHashMap<>(record.values());
        values.putAll(changes);
        if (emptied != null) {
            values.remove(emptied.name());
        }
        values.put("SystemModstamp", transaction.now());
        values.put("LastModifiedDate", transaction.now());
        values.put("LastModifiedById", userId);
        transaction.put(record.type(), record.id(), values);
    }
}
