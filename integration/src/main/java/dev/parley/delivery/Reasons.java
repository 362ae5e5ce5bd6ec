package dev.parley.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.Snapshot;
import dev.parley.crm.Crm;
import dev.parley.identity.Identity;
import dev.parley.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says of a record in the CRM why each field that Parley wrote is what it is, and where a person has changed it since. */
public final class Reasons {

    private final Tx tx;
    private final Crm crm;
    private final MappingVersions versions;
    private final DueConversations due;
    private final Planner planner;

    /** Over the ledger and the CRM. */
    public Reasons(Tx tx, Crm crm, MappingVersions versions, DueConversations due, Planner planner) {
        this.tx = tx;
        this.crm = crm;
        this.versions = versions;
        this.due = due;
        this.planner = planner;
    }

    /**
     * Why a record is what it is.
     *
     * @param sobject API name of the object type
     * @param id its Salesforce id
     * @param made whether Parley made it
     * @param fields each field that Parley wrote, as it was last written
     * @param conversations who wrote it, and who their visitors are to the CRM
     */
    public record Reason(
            String sobject, String id, boolean made, List<FieldReason> fields, List<Evidence> conversations) {}

    /**
     * Why a field is what it is.
     *
     * @param before what it held before, or null if it was empty or is not known
     * @param beforeKnown whether that is known
     * @param after what Parley wrote; a long text as its hash
     * @param present what the CRM holds now
     * @param changedSince whether a person, or another program, has changed it since
     * @param undone whether Parley put back what it had written before
     * @param held whether it leaves the field so, until other mapping files are applied
     * @param rule file, line and column of the mapping file, or null
     * @param text that line as it then was, or null
     * @param version number of the mapping files, or null
     * @param by whose change of the mapping files that was, or null
     * @param at when it was written
     * @param conversation the conversation that wanted it
     */
    public record FieldReason(
            String name,
            JsonNode before,
            boolean beforeKnown,
            JsonNode after,
            JsonNode present,
            boolean changedSince,
            boolean undone,
            boolean held,
            String rule,
            String text,
            Long version,
            String by,
            Instant at,
            ConversationKey conversation) {}

    /**
     * Who a conversation's visitor is to the CRM, as it is seen today.
     *
     * @param opening the first words of the visitor, on which the conversation's summary rests
     * @param evidence what that rests on
     */
    public record Evidence(
            ConversationKey conversation,
            String opening,
            Identity.Kind identity,
            double confidence,
            List<String> evidence) {}

    private record Last(LedgerRow row, WrittenField field) {}

    /**
     * Why the record is what it is; empty if Parley never wrote it, or has forgotten that by now.
     *
     * @param anyId its Salesforce id of 15 or 18 characters
     * @throws dev.parley.crm.CrmException if the CRM cannot be asked for the record as it is now
     */
    public Optional<Reason> of(String anyId) {
        String id = FieldValue.fullId(anyId);
        List<LedgerRow> rows = rows(id);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(row.fields().keySet()));
        String sobject = rows.get(0).sobject;
        ObjectNode present = new Present(crm).of(sobject, List.of(id), names).get(id);
        Map<String, Last> last = last(rows, present);
        Map<Long, Snapshot> conversations = conversations(rows);
        Set<String> held = held(id);
        List<FieldReason> fields = new ArrayList<>();
        last.forEach((name, written) -> fields.add(reason(name, written, present, held, conversations)));
        boolean made = rows.stream().anyMatch(row -> row.kind == LedgerRow.Kind.CREATED);
        return Optional.of(new Reason(
                sobject,
                id,
                made,
                fields,
                conversations.values().stream().map(this::evidence).toList()));
    }

    /** What was announced and not confirmed counts where the record shows it. */
    private static Map<String, Last> last(List<LedgerRow> rows, ObjectNode present) {
        Map<String, Last> last = new LinkedHashMap<>();
        rows.forEach(row -> row.fields().forEach((name, field) -> {
            if (!row.isOpen() || (present != null && field.stands(present.get(name)))) {
                last.put(name, new Last(row, field));
            }
        }));
        return last;
    }

    private List<LedgerRow> rows(String id) {
        return tx.call(em -> em.createQuery(
                        "select l from LedgerRow l where l.crmId = :id order by l.at, l.id", LedgerRow.class)
                .setParameter("id", id)
                .getResultList());
    }

    /** What an undo has put back, and is left so. */
    private Set<String> held(String id) {
        return tx.call(em -> em.createQuery("select a from AppliedRow a where a.crmId = :id", AppliedRow.class)
                .setParameter("id", id)
                .getResultStream()
                .flatMap(row -> row.hold().fields().stream())
                .collect(Collectors.toSet()));
    }

    private Map<Long, Snapshot> conversations(List<LedgerRow> rows) {
        Map<Long, Snapshot> byRow = new LinkedHashMap<>();
        due.lookAt(rows.stream().map(row -> row.conversationId).distinct().toList())
                .forEach(snapshot -> byRow.put(snapshot.rowId(), snapshot));
        return byRow;
    }

    private FieldReason reason(
            String name, Last last, ObjectNode present, Set<String> held, Map<Long, Snapshot> conversations) {
        WrittenField field = last.field();
        JsonNode now = present == null ? null : present.get(name);
        Optional<MappingVersion> version = versions.inForceAt(last.row().mappings, last.row().at);
        Snapshot conversation = conversations.get(last.row().conversationId);
        return new FieldReason(
                name,
                field.before(),
                field.known(),
                field.after(),
                now,
                now != null && !field.stands(now),
                last.row().kind == LedgerRow.Kind.UNDONE,
                held.contains(name),
                field.place(),
                version.map(files -> line(files, field.place())).orElse(null),
                version.map(MappingVersion::number).orElse(null),
                version.map(MappingVersion::by).orElse(null),
                last.row().at,
                conversation == null ? null : conversation.key());
    }

    /** The line that a place such as {@code salesforce/lead.yaml:8:3} names. */
    private static String line(MappingVersion version, String place) {
        String[] parts = place == null ? new String[0] : place.split(":");
        String file = parts.length == 3 ? version.files().get(parts[0]) : null;
        return file == null
                ? null
                : file.lines()
                        .skip(Long.parseLong(parts[1]) - 1)
                        .findFirst()
                        .map(String::strip)
                        .orElse(null);
    }

    private Evidence evidence(Snapshot snapshot) {
        Identity identity = planner.plan(snapshot).identity();
        return new Evidence(
                snapshot.key(), snapshot.opening(), identity.kind(), identity.confidence(), identity.evidence());
    }
}
