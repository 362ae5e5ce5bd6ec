package dev.parley.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Crm;
import dev.parley.crm.Soql;
import dev.parley.mapping.DesiredRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds out what became of records that were being made when the line, or the program, broke: they are looked for by
 * Parley's key. Of object types without an external id nothing is written again before that.
 */
final class UnknownOutcomes {

    private static final String MADE_BY = "CreatedById";

    private final Crm crm;
    private final Memory memory;
    private final String userId;

    /** {@code userId} is that of Parley's own user. */
    UnknownOutcomes(Crm crm, Memory memory, String userId) {
        this.crm = crm;
        this.memory = memory;
        this.userId = userId;
    }

    /** Settles what is unknown of the planned records: found ones count as written, the others as never sent. */
    void settle(List<Plan> plans) {
        Map<String, DesiredRecord> types = new HashMap<>();
        plans.stream().flatMap(plan -> plan.records().stream()).forEach(record -> types.put(record.sobject(), record));
        Map<String, List<LedgerRow>> making = memory.intended().making(types.keySet());
        Map<String, List<AppliedRow.Key>> unknown = memory.applied().entrySet().stream()
                .filter(entry -> !entry.getValue().written()
                        && types.containsKey(entry.getKey().sobject()))
                .map(Map.Entry::getKey)
                .collect(Collectors.groupingBy(AppliedRow.Key::sobject));
        Set<String> sobjects = new TreeSet<>(making.keySet());
        sobjects.addAll(unknown.keySet());
        sobjects.forEach(sobject -> settle(
                types.get(sobject), unknown.getOrDefault(sobject, List.of()), making.getOrDefault(sobject, List.of())));
    }

    private void settle(DesiredRecord type, List<AppliedRow.Key> unknown, List<LedgerRow> making) {
        Set<String> keys = new TreeSet<>();
        unknown.forEach(key -> keys.add(key.recordKey()));
        making.forEach(row -> keys.add(row.recordKey));
        Map<String, ObjectNode> found = find(type, keys);
        unknown.forEach(key -> settle(key, found.get(key.recordKey())));
        making.forEach(row -> settle(row, found.get(row.recordKey)));
    }

    private void settle(AppliedRow.Key key, ObjectNode found) {
        if (found == null) {
            memory.forget(key);
        } else {
            AppliedRecord sent = memory.applied().get(key);
            memory.remember(
                    key,
                    new AppliedRecord(
                            id(found), AppliedRecord.Outcome.WRITTEN, sent.fields(), sent.kept(), sent.hold()));
        }
    }

    private void settle(LedgerRow making, ObjectNode found) {
        if (found == null) {
            memory.intended().forget(making);
        } else {
            Intended.found(making, id(found), found.path(MADE_BY).asText().equals(userId));
        }
    }

    private Map<String, ObjectNode> find(DesiredRecord type, Set<String> keys) {
        String soql = "SELECT Id, " + MADE_BY + ", " + type.keyField() + " FROM " + type.sobject() + " WHERE "
                + type.keyField() + " IN " + Soql.list(new ArrayList<>(keys));
        return crm.query(List.of(soql)).get(0).stream()
                .collect(Collectors.toMap(row -> row.path(type.keyField()).asText(), row -> row, (one, other) -> one));
    }

    private static String id(ObjectNode row) {
        return row.path("Id").asText();
    }
}
