package dev.parley.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Crm;
import dev.parley.crm.Soql;
import dev.parley.mapping.DesiredRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds out what became of records that were being sent when the line, or the program, broke: object types without an
 * external id carry Parley's key in a field of their own, and are looked for by it before anything is written again.
 */
final class UnknownOutcomes {

    private final Crm crm;
    private final Memory memory;

    UnknownOutcomes(Crm crm, Memory memory) {
        this.crm = crm;
        this.memory = memory;
    }

    /** Settles what is unknown of the planned records: found ones count as written, the others as never sent. */
    void settle(List<Plan> plans) {
        Map<String, DesiredRecord> types = new HashMap<>();
        plans.stream()
                .flatMap(plan -> plan.records().stream())
                .filter(record -> !record.upsert())
                .forEach(record -> types.put(record.sobject(), record));
        Map<String, List<Map.Entry<AppliedRow.Key, AppliedRecord>>> unknown = memory.applied().entrySet().stream()
                .filter(entry -> !entry.getValue().written()
                        && types.containsKey(entry.getKey().sobject()))
                .collect(Collectors.groupingBy(entry -> entry.getKey().sobject()));
        unknown.forEach((sobject, entries) -> settle(types.get(sobject), entries));
    }

    private void settle(DesiredRecord type, List<Map.Entry<AppliedRow.Key, AppliedRecord>> unknown) {
        Map<String, String> found = find(
                type,
                unknown.stream()
                        .map(entry -> entry.getKey().recordKey())
                        .distinct()
                        .toList());
        for (Map.Entry<AppliedRow.Key, AppliedRecord> entry : unknown) {
            String id = found.get(entry.getKey().recordKey());
            if (id == null) {
                memory.forget(entry.getKey());
            } else {
                AppliedRecord sent = entry.getValue();
                memory.remember(
                        entry.getKey(),
                        new AppliedRecord(id, AppliedRecord.Outcome.WRITTEN, sent.fields(), sent.kept()));
            }
        }
    }

    private Map<String, String> find(DesiredRecord type, List<String> keys) {
        String soql = "SELECT Id, " + type.keyField() + " FROM " + type.sobject() + " WHERE " + type.keyField() + " IN "
                + Soql.list(keys);
        return crm.query(List.of(soql)).get(0).stream()
                .collect(Collectors.toMap(
                        row -> row.path(type.keyField()).asText(), UnknownOutcomes::id, (one, other) -> one));
    }

    private static String id(ObjectNode row) {
        return row.path("Id").asText();
    }
}
