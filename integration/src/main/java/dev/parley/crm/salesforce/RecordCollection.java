package dev.parley.crm.salesforce;

import com.google.common.base.Utf8;
import dev.parley.crm.RecordWrite;
import java.util.ArrayList;
import java.util.List;

/** Up to 200 records of one group: a subrequest of its own. */
final class RecordCollection {

    /** Most records that Salesforce takes in a collection. */
    static final int MOST_RECORDS = 200;

    /**
     * One record of it.
     *
     * @param index where it stands in the list that is being written
     * @param write the record
     * @param json its body
     * @param bytes the body's length in UTF-8
     */
    record Entry(int index, RecordWrite write, String json, int bytes) {
        static Entry of(int index, RecordWrite write) {
            String json = RecordBody.of(write);
            return new Entry(index, write, json, Utf8.encodedLength(json));
        }
    }

    private final RecordGroup group;
    private final List<Entry> entries = new ArrayList<>();
    private long bytes;

    RecordCollection(RecordGroup group) {
        this.group = group;
    }

    boolean takes(RecordGroup other, Entry entry, long mostBytes) {
        return group.equals(other) && entries.size() < MOST_RECORDS && bytes + entry.bytes() <= mostBytes;
    }

    void add(Entry entry) {
        entries.add(entry);
        bytes += entry.bytes();
    }

    RecordGroup group() {
        return group;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    long bytes() {
        return bytes;
    }
}
