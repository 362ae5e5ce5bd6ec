package dev.parley.delivery;

import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.Snapshot;
import dev.parley.crm.RecordWrite;
import dev.parley.identity.Directory;
import dev.parley.mapping.DesiredRecord;
import dev.parley.store.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Works out as delivery does what delivering conversations would write, and writes it nowhere; asks no CRM. */
public final class DryRun {

    private final Tx tx;
    private final Directory directory;

    /**
     * Over a store and the copy of the CRM in it.
     *
     * @param tx the store, which says what was written before
     * @param directory what the CRM holds
     */
    public DryRun(Tx tx, Directory directory) {
        this.tx = tx;
        this.directory = directory;
    }

    /**
     * One record that a conversation would have written.
     *
     * @param conversation the conversation
     * @param record as it should be
     * @param id its Salesforce id where it has one already and that is known, else null
     * @param created whether the CRM does not have it yet
     * @param fields what of it would be written; never empty
     * @param was what was last written of those fields, else what the CRM is known to hold; null for nothing
     * @param undone those of them that an undo put back: only files that were not in force then write them again
     */
    public record Change(
            ConversationKey conversation,
            DesiredRecord record,
            String id,
            boolean created,
            Map<String, Object> fields,
            Map<String, Object> was,
            Set<String> undone) {}

    /**
     * One record as it would be sent.
     *
     * @param sobject API name of its object type
     * @param key Parley's key of it
     * @param write what would be sent
     */
    public record Sent(String sobject, String key, RecordWrite write) {}

    /**
     * What would be written.
     *
     * @param changes by conversation; a record that two of them want stands here twice
     * @param sent each record once, in the order in which they would be sent
     */
    public record Result(List<Change> changes, List<Sent> sent) {}

    /** What delivering these together would write. */
    public Result of(List<Plan> plans) {
        List<Snapshot> conversations = plans.stream().map(Plan::snapshot).toList();
        // What is looked at may be applied.
        Batch batch = new Batch(Memory.of(tx, conversations), new Currents(directory), Hold::under);
        plans.stream().filter(plan -> plan.mode() != Mode.OBSERVE).forEach(batch::add);
        List<Sent> sent = new ArrayList<>();
        batch.records().forEach((key, write) -> sent.add(new Sent(key.sobject(), key.key(), write)));
        return new Result(batch.all().stream().map(DryRun::change).toList(), List.copyOf(sent));
    }

    private static Change change(PlannedWrite write) {
        Map<String, Object> was = new HashMap<>();
        write.difference().fields().keySet().forEach(field -> was.put(field, write.was(field)));
        Set<String> undone = new TreeSet<>(
                write.applied() == null ? Set.of() : write.applied().hold().fields());
        undone.retainAll(write.difference().fields().keySet());
        return new Change(
                write.conversation().key(),
                write.desired(),
                write.id(),
                !write.exists(),
                write.difference().fields(),
                was,
                undone);
    }
}
