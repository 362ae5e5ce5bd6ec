package dev.parley.identity;

import com.google.common.collect.Sets;
import dev.parley.crm.Crm;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fields that the mapping files want kept, without those that the org does not have or does not show to Parley. */
final class WantedFields {

    private static final Logger LOG = LoggerFactory.getLogger(WantedFields.class);

    private final Crm crm;
    private final Map<String, Set<String>> missing = new HashMap<>();
    private Map<String, Set<String>> further;

    WantedFields(Crm crm, Map<String, Set<String>> further) {
        this.crm = crm;
        this.further = further;
    }

    void are(Map<String, Set<String>> fields) {
        further = fields;
    }

    /** By object type. */
    Map<String, Set<String>> fields() {
        Map<String, Set<String>> fields = new HashMap<>(further);
        missing.forEach((sobject, lacking) ->
                fields.computeIfPresent(sobject, (name, all) -> Set.copyOf(Sets.difference(all, lacking))));
        return fields;
    }

    /** Asks the org which fields it does not have; false if it has all of them, so that those are not to blame. */
    boolean leaveOutMissing(Collection<Follower> followers) {
        boolean found = false;
        for (Follower follower : followers) {
            String sobject = follower.followed().sobject();
            Set<String> lacking = lacking(sobject, follower.furtherFields());
            if (!lacking.isEmpty()) {
                LOG.warn(
                        "Mapped fields that the org does not have, or does not show to Parley: {} {}",
                        sobject,
                        lacking);
                missing.merge(sobject, lacking, (one, other) -> Set.copyOf(Sets.union(one, other)));
                found = true;
            }
        }
        return found;
    }

    /** Asks for those that were missing; true if the org has one of them by now. */
    boolean lookForMissing() {
        Map<String, Set<String>> before = Map.copyOf(missing);
        missing.replaceAll(this::lacking);
        return !missing.equals(before);
    }

    private Set<String> lacking(String sobject, Set<String> fields) {
        return fields.isEmpty()
                ? Set.of()
                : Set.copyOf(Sets.difference(
                        fields, crm.describeAnew(sobject).fields().keySet()));
    }
}
