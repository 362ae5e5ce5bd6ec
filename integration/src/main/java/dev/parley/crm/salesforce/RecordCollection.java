package dev.parley.crm.salesforce;

import com.google.common.base.Utf8;
import com.google.common.collect.Lists;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.RecordWrite.Target;
import dev.parley.crm.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

        /** The records of a list that is to be written. */
        static List<Entry> all(List<RecordWrite> writes) {
            return IntStream.range(0, writes.size())
                    .mapToObj(i -> of(i, writes.get(i)))
                    .toList();
        }

        /** What other records call this one. */
        Optional<Reference> name() {
            return write.target() instanceof Target.ByExternalId by
                    ? Optional.of(new Reference(write.sobject(), by.field(), by.value()))
                    : Optional.empty();
        }

        /** The records that must be there before it. */
        Stream<Reference> references() {
            return write.fields().values().stream()
                    .filter(Reference.class::isInstance)
                    .map(Reference.class::cast);
        }
    }

    private final RecordGroup group;
    private final List<Entry> entries = new ArrayList<>();
    private long bytes;

    RecordCollection(RecordGroup group) {
        this.group = group;
    }

    boolean takes(Entry entry, long mostBytes) {
        return entries.size() < MOST_RECORDS && bytes + entry.bytes() <= mostBytes;
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

    /** The same records in so many collections of about equal size. */
    List<RecordCollection> split(int pieces) {
        int size = (entries.size() + pieces - 1) / pieces;
        return Lists.partition(entries, size).stream().map(this::piece).toList();
    }

    private RecordCollection piece(List<Entry> some) {
        RecordCollection piece = new RecordCollection(group);
        some.forEach(piece::add);
        return piece;
    }
}
