package dev.parley.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.identity.Links;
import dev.parley.identity.Manual;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** What people have changed of a conversation's links in the CRM, told by what Parley wrote and what stands there. */
final class Edits {

    /** The fields that say whose conversation it is. */
    static final List<String> LINKS = List.of(Manual.ACCOUNT, Manual.CONTACT, Manual.LEAD, Manual.OPPORTUNITY);

    private Edits() {}

    /** Takes in what delivery has just noticed, while it looked at a record that it was about to write. */
    static void learn(EntityManager em, Plan plan, Outcome outcome, Instant at) {
        PlannedWrite write = outcome.write();
        if (!write.desired().sobject().equals(Currents.CONVERSATION) || write.current() == null) {
            return;
        }
        Set<String> before =
                write.applied() == null ? Set.of() : write.applied().kept();
        Map<String, String> links = new LinkedHashMap<>();
        for (String field : LINKS) {
            if (write.difference().kept().contains(field) && !before.contains(field)) {
                links.put(field, id(write.current().get(field)));
            }
        }
        if (!links.isEmpty()) {
            Links.decide(em, plan.snapshot().rowId(), links, plan.identity().keys(), at);
        }
    }

    /**
     * The links that a person has changed: what stands in the CRM now, null for nothing, by field.
     *
     * @param applied what Parley wrote of the record
     * @param row the record as it stands
     * @param written the id of the record that a written reference means, by its external id; null where unknown
     */
    static Map<String, String> of(AppliedRecord applied, ObjectNode row, Function<String, String> written) {
        Map<String, String> links = new LinkedHashMap<>();
        for (String field : LINKS) {
            JsonNode wrote = applied.fields().get(field);
            String ours = wrote != null && wrote.isObject()
                    ? written.apply(wrote.path("value").asText())
                    : id(wrote);
            String theirs = id(row.get(field));
            boolean unknown = ours == null && wrote != null && wrote.isObject() && theirs != null;
            if (!unknown && !Objects.equals(ours, theirs)) {
                links.put(field, theirs);
            }
        }
        return links;
    }

    private static String id(JsonNode value) {
        return FieldValue.blank(value) ? null : value.asText();
    }
}
