package dev.parley.sandbox.saving;

import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.records.Transaction;
import dev.parley.sandbox.schema.ChildRelationship;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges up to two records into a third of the same type: what referred to them refers to it, and they are deleted. A
 * person account takes in person accounts only, and its contact theirs.
 */
public final class Merge {
    private static final List<String> MERGEABLE = List.of("Account", "Contact", "Lead", "Case");
    private static final String PERSON = "IsPersonAccount";
    private static final String CONTACT = "PersonContactId";

    /** What a merged record still says of itself. */
    private static final List<String> STAYING = List.of("MasterRecordId", CONTACT);

    private final Schema org;
    private final Transaction transaction;

    /** Merges with the administrator's rights. */
    public Merge(Schema org, Transaction transaction) {
        this.org = org;
        this.transaction = transaction;
    }

    /** Merges the others into the master. */
    public void merge(String typeName, String masterId, List<String> mergedIds) {
        SObjectType type = org.find(typeName)
                .filter(found -> MERGEABLE.contains(found.name()))
                .orElseThrow(() ->
                        SalesforceError.badRequest("INVALID_TYPE", "merge is not supported for type: " + typeName));
        if (mergedIds.isEmpty() || mergedIds.size() > 2) {
            throw SalesforceError.badRequest("INVALID_OPERATION", "merge takes one or two records besides the master");
        }
        SObject master = live(type, masterId);
        List<SObject> others = mergedIds.stream().map(id -> live(type, id)).toList();
        others.forEach(merged -> requireAlike(master, merged));
        others.forEach(merged -> mergeInto(master, merged, type));
    }

    private static void requireAlike(SObject master, SObject merged) {
        boolean contacts = master.type().name().equals("Contact");
        if (master.isTrue(PERSON) != merged.isTrue(PERSON) || (contacts && master.isTrue(PERSON))) {
            throw SalesforceError.badRequest(
                    "INVALID_OPERATION",
                    contacts
                            ? "a person account's contact is merged with its account only"
                            : "person accounts can be merged with other person accounts only");
        }
    }

    private void mergeInto(SObject master, SObject merged, SObjectType type) {
        if (type.name().equals("Account") && master.isTrue(PERSON)) {
            SObjectType contact = org.find("Contact").orElseThrow();
            mergeInto(live(contact, master.text(CONTACT)), live(contact, merged.text(CONTACT)), contact);
        }
        type.children().forEach(relationship -> moveChildren(master, merged, relationship));
        put(merged, Map.of("IsDeleted", true, "MasterRecordId", master.id()));
        put(live(type, master.id()), Map.of("LastModifiedDate", transaction.now()));
    }

    private void moveChildren(SObject master, SObject merged, ChildRelationship relationship) {
        SObjectType childType = org.find(relationship.childType()).orElseThrow();
        Field field = childType.field(relationship.field()).orElseThrow();
        if (!STAYING.contains(field.name())) {
            transaction
                    .withValue(childType, field, merged.id())
                    .filter(child -> child.get("MasterRecordId") == null)
                    .toList()
                    .forEach(child -> put(child, Map.of(field.name(), master.id())));
        }
    }

    private void put(SObject record, Map<String, Object> changes) {
        Map<String, Object> values = new LinkedHashMap<>(record.values());
        values.putAll(changes);
        values.put("SystemModstamp", transaction.now());
        transaction.put(record.type(), record.id(), values);
    }

    private SObject live(SObjectType type, String id) {
        return transaction
                .byId(id)
                .filter(found -> found.type().name().equals(type.name()) && !found.isDeleted())
                .orElseThrow(() -> SalesforceError.badRequest(
                        "INVALID_ID_FIELD", "no " + type + " with the id " + id + " to merge"));
    }
}
