package dev.parley.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Snapshot;
import dev.parley.crm.Crm;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.Reference;
import dev.parley.crm.WriteResult;
import dev.parley.mapping.DesiredRecord;
import dev.parley.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The records of all conversations of a claim that differ from what they should be, sent together. A record that two
 * conversations want (the lead of one visitor) is sent once.
 */
final class Batch {

    private final Memory memory;
    private final Currents currents;
    private final Map<RecordKey, List<PlannedWrite>> writes = new LinkedHashMap<>();
    private final Map<RecordKey, WriteResult> results = new LinkedHashMap<>();
    private final Map<Long, String> mappings = new HashMap<>();
    private final BiFunction<Hold, String, Set<String>> holds;

    /** One that is delivered. */
    Batch(Memory memory, Currents currents) {
        this(memory, currents, (hold, mappings) -> hold.fields());
    }

    /** @param holds what is left alone of fields that an undo put back, by the hash of a plan's mapping files */
    Batch(Memory memory, Currents currents, BiFunction<Hold, String, Set<String>> holds) {
        this.memory = memory;
        this.currents = currents;
        this.holds = holds;
    }

    /** Adds what differs of a plan. */
    void add(Plan plan) {
        mappings.put(plan.snapshot().rowId(), plan.mappings());
        for (DesiredRecord record : plan.records()) {
            Snapshot conversation = plan.snapshot();
            String content = Content.hash(record);
            if (!isLaidAside(conversation, record, content) && !held(conversation, record)) {
                PlannedWrite write = planned(conversation, record, content);
                if (!write.difference().isEmpty()) {
                    writes.computeIfAbsent(write.key(), key -> new ArrayList<>())
                            .add(write);
                }
            }
        }
    }

    /** What was refused as it is now, and what a person decided to leave undone, whatever becomes of it. */
    private boolean isLaidAside(Snapshot conversation, DesiredRecord record, String content) {
        return memory.isDead(conversation, RecordKey.of(record), content)
                || memory.isDiscarded(conversation, RecordKey.of(record));
    }

    private PlannedWrite planned(Snapshot conversation, DesiredRecord record, String content) {
        AppliedRecord applied = memory.applied(conversation, RecordKey.of(record));
        String known = record.id() != null || applied == null ? record.id() : applied.crmId();
        ObjectNode current = currents.of(record, applied, known);
        ObjectNode seen = currents.lastSeen(record, applied, known);
        Set<String> held = applied == null ? Set.of() : holds.apply(applied.hold(), mappings.get(conversation.rowId()));
        Difference difference = Difference.of(record, applied, current, seen, held);
        boolean exists = Difference.exists(record, applied, current);
        return new PlannedWrite(conversation, record, applied, difference, known, exists, seen, content);
    }

    /** Nothing can hang under a conversation that the CRM refused, unless that one is tried again with it. */
    private boolean held(Snapshot conversation, DesiredRecord record) {
        return record.fields().stream()
                .anyMatch(field -> field.value() instanceof Reference reference
                        && reference.sobject().equals(Currents.CONVERSATION)
                        && isRefused(conversation, new RecordKey(reference.sobject(), reference.value())));
    }

    private boolean isRefused(Snapshot conversation, RecordKey key) {
        return memory.isDead(conversation, key) && !writes.containsKey(key);
    }

    /** Looks at records that people may have changed since, and leaves their changes out of what is sent. */
    void respectEdits(Crm crm, String userId) {
        List<PlannedWrite> all = all();
        currents.lookForEdits(crm, userId, all);
        writes.clear();
        for (PlannedWrite write : all) {
            PlannedWrite again = planned(write.conversation(), write.desired(), write.content());
            writes.computeIfAbsent(again.key(), key -> new ArrayList<>()).add(again);
        }
    }

    /** Sends everything; nothing at all if nothing differs. */
    void send(Crm crm, Tx tx, Instant now) {
        writes.values().forEach(same -> same.replaceAll(write -> write.without(dead(write))));
        memory.announce(tx, unsafeToRepeat(), intents(now));
        List<PlannedWrite> order = ordered();
        if (order.isEmpty()) {
            return;
        }
        List<WriteResult> answers = crm.write(order.stream().map(this::merged).toList());
        for (int i = 0; i < order.size(); i++) {
            results.put(order.get(i).key(), answers.get(i));
        }
    }

    /** What is sent, each record once, in an order in which none comes before one that it refers to. */
    Map<RecordKey, RecordWrite> records() {
        Map<RecordKey, RecordWrite> records = new LinkedHashMap<>();
        ordered().forEach(first -> records.put(first.key(), merged(first)));
        return records;
    }

    private List<PlannedWrite> ordered() {
        return Dependencies.ordered(writes.values().stream()
                .filter(same ->
                        same.stream().anyMatch(write -> !write.difference().isEmpty()))
                .map(same -> same.get(0))
                .toList());
    }

    private List<LedgerRow> intents(Instant now) {
        Ledger ledger = new Ledger(now);
        return all().stream()
                .map(write ->
                        ledger.intent(write, mappings.get(write.conversation().rowId())))
                .filter(row -> !row.fields().isEmpty())
                .toList();
    }

    private List<AppliedRow> unsafeToRepeat() {
        return all().stream()
                .filter(PlannedWrite::unsafeToRepeat)
                .map(write -> new AppliedRow(
                        write.memoryKey(),
                        new AppliedRecord(null, AppliedRecord.Outcome.UNKNOWN, Outcome.fields(write, null), Set.of())))
                .toList();
    }

    /** What all conversations want of one record; where two want different values, the first one's. */
    private RecordWrite merged(PlannedWrite first) {
        RecordWrite write = null;
        for (PlannedWrite same : writes.get(first.key())) {
            RecordWrite next = same.write();
            Map<String, Object> fields = new LinkedHashMap<>(next.fields());
            if (write != null) {
                fields.putAll(write.fields());
            }
            write = new RecordWrite(next.sobject(), next.target(), fields, next.options());
        }
        return write;
    }

    private Set<RecordKey> dead(PlannedWrite write) {
        Set<RecordKey> dead = new HashSet<>();
        for (Reference reference :
                Difference.references(write.difference().fields()).values()) {
            RecordKey key = new RecordKey(reference.sobject(), reference.value());
            if (!writes.containsKey(key) && memory.isDead(write.conversation(), key)) {
                dead.add(key);
            }
        }
        return dead;
    }

    /** What became of each record of a conversation that was sent. */
    Collection<Outcome> outcomes(Snapshot conversation) {
        List<Outcome> outcomes = new ArrayList<>();
        writes.values().stream()
                .flatMap(List::stream)
                .filter(write -> write.conversation().rowId() == conversation.rowId())
                .forEach(write -> outcomes.add(Outcome.of(write, results.get(write.key()), results)));
        return outcomes;
    }

    /** Whether anything of a conversation is to be sent. */
    boolean changes(Snapshot conversation) {
        return all().stream().anyMatch(write -> write.conversation().rowId() == conversation.rowId());
    }

    /** What each conversation wants written. */
    List<PlannedWrite> all() {
        return writes.values().stream().flatMap(List::stream).toList();
    }

    int size() {
        return results.size();
    }
}
