package dev.parley.sandbox.saving;

import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the org works out for the standard objects when a record is saved, and what it refuses. */
final class StandardRules {
    private final ActivityRules activities;
    private final OpportunityRules opportunities;

    StandardRules(Schema org, Records records) {
        activities = new ActivityRules(records);
        opportunities = new OpportunityRules(org, records);
    }

    /** Refuses what may no longer be changed. */
    void requireChangeable(SObject record) {
        if (record.type().name().equals("Lead") && record.isTrue("IsConverted")) {
            throw SalesforceError.badRequest("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead");
        }
    }

    /**
     * Completes the values of a record that is saved.
     *
     * @param before its last state, null for a new record
     */
    void apply(SObjectType type, SObject before, Map<String, Object> values) {
        switch (type.name()) {
            case "Lead", "Contact", "User" -> composeName(values);
            case "Opportunity" -> opportunities.apply(before, values);
            case "Task" -> activities.task(values);
            case "Event" -> activities.event(values);
            case "Case" -> values.put("IsClosed", "Closed".equals(values.get("Status")));
            case "CampaignMember" -> values.put("HasResponded", "Responded".equals(values.get("Status")));
            default -> nameAfterId(type, values);
        }
    }

    static void composeName(Map<String, Object> values) {
        String name = Stream.of(values.get("FirstName"), values.get("LastName"))
                .filter(part -> part != null)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
        if (!name.isEmpty()) {
            values.put("Name", name);
        }
    }

    /** A custom object's record without a name is named after its id. */
    private static void nameAfterId(SObjectType type, Map<String, Object> values) {
        type.nameField()
                .filter(field -> type.isCustom() && !field.is(Field.Trait.AUTO_NUMBER))
                .ifPresent(field -> values.putIfAbsent(field.name(), values.get("Id")));
    }
}
