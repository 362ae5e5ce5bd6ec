package dev.parley.crm.salesforce;

import dev.parley.crm.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Packs records into as few calls as their limits and their references allow: collections of one group each, and up to
 * five of those in a call. A record goes into the first collection of its group that comes after all the records it
 * refers to.
 */
final class Chunks {

    /** Most collections that Salesforce takes in a composite. */
    static final int MOST_COLLECTIONS = 5;

    /** Most bytes of records in a call, well below what Salesforce reads of a body. */
    static final long MOST_BYTES = 4 << 20;

    private final long mostBytes;
    private final List<RecordCollection> collections = new ArrayList<>();
    private final Map<RecordGroup, List<Integer>> open = new HashMap<>();
    private final Map<Reference, Integer> written = new HashMap<>();

    private Chunks(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** The calls to make, one after another, each a list of collections. */
    static List<List<RecordCollection>> of(List<RecordCollection.Entry> entries) {
        return of(entries, MOST_BYTES);
    }

    static List<List<RecordCollection>> of(List<RecordCollection.Entry> entries, long mostBytes) {
        Chunks chunks = new Chunks(mostBytes);
        entries.forEach(chunks::place);
        return chunks.calls();
    }

    private void place(RecordCollection.Entry entry) {
        int position = position(RecordGroup.of(entry.write()), entry);
        collections.get(position).add(entry);
        entry.name().ifPresent(name -> written.put(name, position));
    }

    private int position(RecordGroup group, RecordCollection.Entry entry) {
        int earliest = entry.references()
                .mapToInt(reference -> written.getOrDefault(reference, -1) + 1)
                .max()
                .orElse(0);
        List<Integer> positions = open.computeIfAbsent(group, g -> new ArrayList<>());
        for (int position : positions) {
            if (position >= earliest && collections.get(position).takes(entry, mostBytes)) {
                return position;
            }
        }
        collections.add(new RecordCollection(group));
        positions.add(collections.size() - 1);
        return collections.size() - 1;
    }

    private List<List<RecordCollection>> calls() {
        List<List<RecordCollection>> calls = new ArrayList<>();
        List<RecordCollection> call = new ArrayList<>();
        long bytes = 0;
        for (RecordCollection collection : collections) {
            if (call.size() == MOST_COLLECTIONS || (!call.isEmpty() && bytes + collection.bytes() > mostBytes)) {
                calls.add(call);
                call = new ArrayList<>();
                bytes = 0;
            }
            call.add(collection);
            bytes += collection.bytes();
        }
        if (!call.isEmpty()) {
            calls.add(call);
        }
        return calls;
    }
}
