package dev.parley.sandbox;

import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.Transaction;
import dev.parley.sandbox.schema.PackagePermissionSet;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plants the package's permission sets as records, as an org shows them to whoever may view its setup. */
final class PermissionSeed {
    private static final String OF_THE_PLUGIN = "Chat_Sync_Integration";

    private final Schema schema;
    private final Transaction transaction;
    private final String administrator;

    private PermissionSeed(Schema schema, Transaction transaction) {
        this.schema = schema;
        this.transaction = transaction;
        this.administrator = Seed.user(schema, transaction, Seed.ADMINISTRATOR).id();
    }

    /** Plants those of an org that has none yet. */
    static void plant(Schema schema, Transaction transaction, List<PackagePermissionSet> sets) {
        if (transaction.count(schema.find("PermissionSet").orElseThrow()) == 0) {
            PermissionSeed seed = new PermissionSeed(schema, transaction);
            sets.forEach(seed::plant);
        }
    }

    /** Makes the records of deployed permission sets say what these grant now. */
    static void renew(Schema schema, Transaction transaction, List<PackagePermissionSet> sets) {
        PermissionSeed seed = new PermissionSeed(schema, transaction);
        for (PackagePermissionSet set : sets) {
            SObjectType type = schema.find("PermissionSet").orElseThrow();
            String known = transaction
                    .all(type)
                    .filter(record -> !record.isDeleted() && set.name().equals(record.text("Name")))
                    .map(SObject::id)
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                seed.plant(set);
            } else {
                seed.forget("ObjectPermissions", known);
                seed.forget("FieldPermissions", known);
                seed.grants(set, known);
            }
        }
    }

    /** Forgets the sets of no package any more; who can be assigned a set is gone with it. */
    static void keepOnly(Schema schema, Transaction transaction, Set<String> names) {
        PermissionSeed seed = new PermissionSeed(schema, transaction);
        SObjectType type = schema.find("PermissionSet").orElseThrow();
        transaction
                .all(type)
                .filter(set ->
                        !set.isDeleted() && Boolean.TRUE.equals(set.values().get("IsCustom")))
                .filter(set -> !names.contains(set.text("Name")))
                .toList()
                .forEach(set -> {
                    seed.forget("ObjectPermissions", set.id());
                    seed.forget("FieldPermissions", set.id());
                    seed.delete(set);
                });
    }

    /** Whether a user has the permission set of that name. */
    static boolean isAssigned(Schema schema, Records records, String name) {
        SObjectType type = schema.find("PermissionSetAssignment").orElseThrow();
        return records.all(type)
                .filter(each -> !each.isDeleted())
                .flatMap(each -> records.byId(each.text("PermissionSetId")).stream())
                .anyMatch(set -> !set.isDeleted() && name.equals(set.text("Name")));
    }

    private void forget(String typeName, String parent) {
        SObjectType type = schema.find(typeName).orElseThrow();
        transaction
                .withValue(type, type.field("ParentId").orElseThrow(), parent)
                .filter(record -> !record.isDeleted())
                .toList()
                .forEach(this::delete);
    }

    private void delete(SObject record) {
        Map<String, Object> values = new HashMap<>(record.values());
        values.put("IsDeleted", true);
        transaction.put(record.type(), record.id(), values);
    }

    private void grants(PackagePermissionSet set, String id) {
        set.objects().forEach(values -> put("ObjectPermissions", values, id));
        set.fields().forEach(values -> put("FieldPermissions", values, id));
    }

    private void plant(PackagePermissionSet set) {
        String id = put(
                "PermissionSet",
                Map.of(
                        "Name", set.name(),
                        "Label", set.label(),
                        "Description", set.description(),
                        "IsCustom", true,
                        "IsOwnedByProfile", false));
        grants(set, id);
        if (set.name().equals(OF_THE_PLUGIN)) {
            SObject user = Seed.user(schema, transaction, Seed.INTEGRATION_USER);
            put("PermissionSetAssignment", Map.of("PermissionSetId", id, "AssigneeId", user.id()));
        }
    }

    private void put(String typeName, Map<String, Object> values, String parent) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("ParentId", parent);
        put(typeName, all);
    }

    private String put(String typeName, Map<String, Object> values) {
        SObjectType type = schema.find(typeName).orElseThrow();
        Map<String, Object> all = new HashMap<>(values);
        String id = transaction.nextId(type);
        all.put("Id", id);
        all.put("IsDeleted", false);
        all.put("CreatedDate", transaction.now());
        all.put("CreatedById", administrator);
        all.put("LastModifiedDate", transaction.now());
        all.put("LastModifiedById", administrator);
        all.put("SystemModstamp", transaction.now());
        transaction.put(type, id, all);
        return id;
    }
}
