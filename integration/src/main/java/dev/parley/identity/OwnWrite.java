package dev.parley.identity;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A record that Parley has just written to the CRM.
 *
 * @param fields as they were written
 */
public record OwnWrite(String sobject, String id, Map<String, Object> fields) {

    /** By object type, each record once, with the last values that its fields were given. */
    static Map<String, Collection<OwnWrite>> byRecord(Collection<OwnWrite> written) {
        Map<String, Map<String, OwnWrite>> byType = new TreeMap<>();
        written.forEach(write -> byType.computeIfAbsent(write.sobject(), sobject -> new LinkedHashMap<>())
                .merge(write.id(), write, OwnWrite::then));
        Map<String, Collection<OwnWrite>> records = new TreeMap<>();
        byType.forEach((sobject, byId) -> records.put(sobject, byId.values()));
        return records;
    }

    private OwnWrite then(OwnWrite later) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.putAll(later.fields());
        return new OwnWrite(sobject, id, all);
    }
}
