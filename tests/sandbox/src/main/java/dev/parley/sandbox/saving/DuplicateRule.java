package dev.parley.sandbox.saving;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.FieldJson;
import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.schema.SObjectType;
import java.util.List;
import java.util.Map;

/** The standard duplicate rule for leads and contacts: one with the same e-mail is there already. */
final class DuplicateRule {
    private static final String MESSAGE = "Use one of these records?";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final OrgRules rules;
    private final Records records;
    private final SaveOptions options;

    DuplicateRule(OrgRules rules, Records records, SaveOptions options) {
        this.rules = rules;
        this.records = records;
        this.options = options;
    }

    void check(SObjectType type, Map<String, Object> values) {
        Object email = values.get("Email");
        if (email == null || options.allowDuplicates() || !rules.detectsDuplicates(type.name())) {
            return;
        }
        List<SObject> same = type.field("Email").stream()
                .flatMap(field -> records.withValue(type, field, email))
                .filter(other -> !other.isDeleted() && !other.isTrue("IsConverted"))
                .toList();
        if (!same.isEmpty()) {
            // The key is misspelt in the API's answers.
            throw new SalesforceError(
                    400, "DUPLICATES_DETECTED", MESSAGE, List.of(), Map.of("duplicateResut", result(type, same)));
        }
    }

    private ObjectNode result(SObjectType type, List<SObject> same) {
        ObjectNode result = JSON.objectNode();
        result.put("allowSave", true);
        result.put("duplicateRule", "Standard_" + type.name() + "_Duplicate_Rule");
        result.put("duplicateRuleEntityType", type.name());
        result.put("errorMessage", MESSAGE);
        ObjectNode match = result.putArray("matchResults").addObject();
        match.put("entityType", type.name());
        match.putArray("errors");
        match.put("matchEngine", "FuzzyMatchEngine");
        same.forEach(record -> match.withArray("/matchRecords").add(matched(record)));
        match.put("rule", "Standard_" + type.name() + "_Match_Rule_v1_0");
        match.put("size", same.size());
        match.put("success", true);
        return result;
    }

    private ObjectNode matched(SObject record) {
        ObjectNode match = JSON.objectNode();
        match.putArray("additionalInformation");
        match.putArray("fieldDiffs");
        match.put("matchConfidence", 100.0);
        ObjectNode shown = match.putObject("record");
        shown.putObject("attributes")
                .put("type", record.type().name())
                .put("url", "/services/data/v62.0/sobjects/" + record.type().name() + "/" + record.id());
        shown.put("Id", record.id());
        if (options.duplicateDetails()) {
            List.of("Name", "Email", "Phone").forEach(name -> shown.set(name, FieldJson.of(record.get(name))));
        }
        return match;
    }
}
