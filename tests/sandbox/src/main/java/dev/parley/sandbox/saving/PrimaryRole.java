package dev.parley.sandbox.saving;

import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.Transaction;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An opportunity has one primary contact role at most: a new one takes the place of the old. */
final class PrimaryRole {
    private PrimaryRole() {}

    static void keepOnlyOne(Transaction transaction, SObjectType type, Map<String, Object> saved) {
        if (!type.name().equals("OpportunityContactRole") || !Boolean.TRUE.equals(saved.get("IsPrimary"))) {
            return;
        }
        Field opportunity = type.field("OpportunityId").orElseThrow();
        List<SObject> others = transaction
                .withValue(type, opportunity, saved.get("OpportunityId"))
                .filter(role -> role.isTrue("IsPrimary") && !role.id().equals(saved.get("Id")))
                .toList();
        for (SObject other : others) {
            Map<String, Object> values = new LinkedHashMap<>(other.values());
            values.put("IsPrimary", false);
            values.put("SystemModstamp", transaction.now());
            transaction.put(type, other.id(), values);
        }
    }
}
