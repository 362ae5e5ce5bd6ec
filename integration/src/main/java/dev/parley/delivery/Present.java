package dev.parley.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Sets;
import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.crm.Soql;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Records as the CRM holds them at this moment. */
final class Present {

    private final Crm crm;

    Present(Crm crm) {
        this.crm = crm;
    }

    /** By id; a record that is gone is not among them, nor is a field that the org does not have any more. */
    Map<String, ObjectNode> of(String sobject, Collection<String> ids, Set<String> fields) {
        Map<String, ObjectNode> present = new HashMap<>();
        rows(sobject, ids, new TreeSet<>(fields))
                .forEach(row -> present.put(row.path("Id").asText(), row));
        return present;
    }

    private Iterable<ObjectNode> rows(String sobject, Collection<String> ids, Set<String> fields) {
        try {
            return crm.query(List.of(soql(sobject, ids, fields))).get(0);
        } catch (CrmException e) {
            if (e.kind() != CrmException.Kind.PERMANENT
                    || !fields.retainAll(crm.describeAnew(sobject).fields().keySet())) {
                throw e;
            }
            return crm.query(List.of(soql(sobject, ids, fields))).get(0);
        }
    }

    private static String soql(String sobject, Collection<String> ids, Set<String> fields) {
        return "SELECT " + String.join(", ", Sets.union(Set.of("Id"), fields)) + " FROM " + sobject + " WHERE Id IN "
                + Soql.list(ids);
    }
}
