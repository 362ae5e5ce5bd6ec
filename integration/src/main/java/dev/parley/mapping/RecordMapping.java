package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.crm.RecordWrite;
import dev.parley.mapping.DesiredRecord.DesiredField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One mapping file, compiled.
 *
 * @param onBuyingSignal whether it is applied only where an opportunity is made of a wish to buy
 * @param key expression for the record's key
 * @param id expression for its Salesforce id, or null
 * @param when expression for whether it is wanted, or null
 * @param each expression for the list it is made once per element of, or null
 * @param onlyKnown whether it only adds to records that are there, and never makes one
 * @param file where it stands
 */
record RecordMapping(
        String sobject,
        boolean enabled,
        boolean onBuyingSignal,
        String keyField,
        boolean upsert,
        Expression key,
        Expression id,
        Expression when,
        Expression each,
        RecordWrite.Options options,
        List<FieldMapping> fields,
        boolean onlyKnown,
        YamlFile file) {
    private static final int MAX_KEY = 255;
    private static final int MAX_RECORDS = 2_000;
    private static final Pattern SALESFORCE_ID = Pattern.compile("[A-Za-z0-9]{15}([A-Za-z0-9]{3})?");

    /** Adds what the file makes of a dossier; a record that fails does not touch the others. */
    void translate(Map<String, Object> dossier, List<DesiredRecord> records, List<Translation.Failure> failures) {
        Set<String> keys = new LinkedHashSet<>();
        try {
            for (Map<String, Object> scope : scopes(dossier)) {
                try {
                    record(scope, keys).ifPresent(records::add);
                } catch (MappingFailed e) {
                    failures.add(new Translation.Failure(sobject, e.place(), e.getMessage()));
                }
            }
        } catch (MappingFailed e) {
            failures.add(new Translation.Failure(sobject, e.place(), e.getMessage()));
        }
    }

    /** The same, applied. */
    RecordMapping on() {
        return new RecordMapping(
                sobject, true, onBuyingSignal, keyField, upsert, key, id, when, each, options, fields, onlyKnown, file);
    }

    /** Whether it is applied by these rules of recognising visitors. */
    boolean isApplied(IdentityPolicy identity) {
        return enabled && (!onBuyingSignal || identity.opportunities().onBuyingSignal());
    }

    /** Where the object type is named. */
    Place place() {
        return file.place("/sobject");
    }

    /** API names of all fields that the file may write. */
    Set<String> fieldNames() {
        Set<String> names = new LinkedHashSet<>(Set.of(keyField));
        fields.forEach(field -> names.add(field.name()));
        return names;
    }

    /** All that the file says of a field, to be compared with what another says. */
    JsonNode said(FieldMapping field) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sobject", sobject)
                .put("field", field.name())
                .put("write", field.write().name())
                .set("line", file.content().path("fields").path(field.name()));
    }

    private List<Map<String, Object>> scopes(Map<String, Object> dossier) {
        if (each == null) {
            return List.of(dossier);
        }
        Object list = each.evaluate(dossier);
        Collection<?> items = list == null ? List.of() : list instanceof Collection<?> many ? many : List.of(list);
        if (items.size() > MAX_RECORDS) {
            throw new MappingFailed(each.place(), "'each' gives more than " + MAX_RECORDS + " elements");
        }
        List<Map<String, Object>> scopes = new ArrayList<>();
        for (Object item : items) {
            Map<String, Object> scope = new HashMap<>(dossier);
            scope.put("item", item);
            scopes.add(scope);
        }
        return scopes;
    }

    private Optional<DesiredRecord> record(Map<String, Object> dossier, Set<String> keys) {
        if (when != null && !when.holds(dossier)) {
            return Optional.empty();
        }
        String keyValue = keyOf(dossier);
        if (!keys.add(keyValue)) {
            throw new MappingFailed(key.place(), "'key' is the same for two records of one conversation");
        }
        String recordId = idOf(dossier);
        List<DesiredField> values = new ArrayList<>();
        fields.forEach(field -> field.of(dossier).ifPresent(values::add));
        return Optional.of(new DesiredRecord(
                sobject, keyValue, keyField, upsert, recordId, List.copyOf(values), options, place()));
    }

    private String keyOf(Map<String, Object> dossier) {
        String value = Value.text(key.evaluate(dossier), key.place());
        if (value == null) {
            throw new MappingFailed(key.place(), "'key' gives no value");
        }
        if (value.length() > MAX_KEY) {
            throw new MappingFailed(key.place(), "'key' gives more than " + MAX_KEY + " characters");
        }
        return value;
    }

    private String idOf(Map<String, Object> dossier) {
        String value = id == null ? null : Value.text(id.evaluate(dossier), id.place());
        if (value != null && !SALESFORCE_ID.matcher(value).matches()) {
            throw new MappingFailed(id.place(), "'id' does not give a Salesforce id of 15 or 18 letters and digits");
        }
        return value;
    }
}
