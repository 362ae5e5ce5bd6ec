package dev.parley.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Reference;
import dev.parley.mapping.DesiredRecord;
import dev.parley.mapping.DesiredRecord.DesiredField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What has to be written so that a record becomes what it should be, and what must not be because a person wants it
 * otherwise.
 *
 * @param fields to be written, by field; empty if nothing has changed
 * @param kept fields that a person has changed: never written again
 */
record Difference(Map<String, Object> fields, Set<String> kept) {

    /**
     * Compares.
     *
     * @param desired the record as it should be
     * @param applied what was last written of it, or null
     * @param current its values in the CRM as far as they are known, or null; JSON null is a blank field, and one that
     *     is not there is unknown
     */
    static Difference of(DesiredRecord desired, AppliedRecord applied, ObjectNode current) {
        return of(desired, applied, current, current, Set.of());
    }

    /**
     * The same for a record that was looked at although nobody but Parley wrote it last.
     *
     * @param seen what it held then, or null: it tells what a field holds that Parley has never written
     * @param held fields that are left as an undo put them back
     */
    static Difference of(
            DesiredRecord desired, AppliedRecord applied, ObjectNode current, ObjectNode seen, Set<String> held) {
        boolean exists = exists(desired, applied, current);
        Set<String> kept = new TreeSet<>(applied == null ? Set.of() : applied.kept());
        Map<String, Object> fields = new LinkedHashMap<>();
        for (DesiredField field : desired.fields()) {
            JsonNode wrote = applied == null ? null : applied.fields().get(field.name());
            ObjectNode known = current == null && wrote == null ? seen : current;
            JsonNode holds = known == null ? null : known.get(field.name());
            boolean unseen = known != null && holds == null && wrote == null;
            boolean free = !unseen && !held.contains(field.name());
            if (exists ? free && followed(field, wrote, holds, holds != null, kept) : field.value() != null) {
                fields.put(field.name(), field.value());
            }
        }
        return new Difference(fields, kept);
    }

    /** Whether the CRM has the record already, as far as anybody can tell. */
    static boolean exists(DesiredRecord desired, AppliedRecord applied, ObjectNode current) {
        return desired.id() != null || current != null || (applied != null && applied.written());
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The same without references to these records. */
    Difference without(Set<RecordKey> missing) {
        Map<String, Object> others = new LinkedHashMap<>(fields);
        others.values()
                .removeIf(value -> value instanceof Reference reference
                        && missing.contains(new RecordKey(reference.sobject(), reference.value())));
        return new Difference(others, kept);
    }

    private static boolean followed(
            DesiredField field, JsonNode wrote, JsonNode holds, boolean known, Set<String> kept) {
        JsonNode wanted = FieldValue.json(field.value());
        return switch (field.write()) {
            case CREATE -> false;
            case IF_BLANK -> known
                    && FieldValue.blank(holds)
                    && !FieldValue.blank(wanted)
                    && !emptiedByPerson(field, wrote, kept);
            case ALWAYS -> !kept.contains(field.name())
                    && !changedByPerson(field, wrote, holds, known, kept)
                    && (wrote == null ? !FieldValue.same(holds, wanted) : !FieldValue.same(wrote, wanted));
        };
    }

    /** What was filled once and is empty now was emptied by a person, who wins. */
    private static boolean emptiedByPerson(DesiredField field, JsonNode wrote, Set<String> kept) {
        if (!FieldValue.blank(wrote)) {
            kept.add(field.name());
        }
        return kept.contains(field.name());
    }

    private static boolean changedByPerson(
            DesiredField field, JsonNode wrote, JsonNode holds, boolean known, Set<String> kept) {
        boolean comparable = known && !(wrote != null && wrote.isObject());
        boolean ours = wrote == null ? FieldValue.blank(holds) : FieldValue.same(wrote, holds);
        boolean changed = comparable && !ours && !FieldValue.same(holds, FieldValue.json(field.value()));
        if (changed && wrote != null) {
            kept.add(field.name());
        }
        return changed;
    }

    /** The references among the fields. */
    static Map<String, Reference> references(Map<String, Object> fields) {
        Map<String, Reference> references = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (value instanceof Reference reference) {
                references.put(name, reference);
            }
        });
        return references;
    }
}
