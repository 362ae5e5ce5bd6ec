package dev.parley.crm.salesforce;

import dev.parley.crm.RecordWrite;
import dev.parley.crm.Reference;
import dev.parley.crm.WriteResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Carries one list of records to Salesforce. Where a collection is refused as a whole it is sent again in pieces until
 * the record that spoils it stands alone, and then the records that had been waiting for the others of that collection.
 */
final class Writing {

    /** Most calls spent on looking for bad records; what is not found by then is tried again later. */
    static final int MOST_EXTRA_CALLS = 25;

    private final SalesforceClient client;
    private final SalesforceSettings settings;
    private final WriteResult[] results;
    private int extraCalls;

    private Writing(SalesforceClient client, SalesforceSettings settings, int records) {
        this.client = client;
        this.settings = settings;
        this.results = new WriteResult[records];
    }

    static List<WriteResult> of(List<RecordWrite> writes, SalesforceClient client, SalesforceSettings settings) {
        Writing writing = new Writing(client, settings, writes.size());
        writing.write(RecordCollection.Entry.all(writes));
        return Arrays.asList(writing.results);
    }

    private void write(List<RecordCollection.Entry> entries) {
        Set<Reference> late = new HashSet<>();
        for (List<RecordCollection> call : Chunks.of(entries)) {
            for (CollectionReply reply : send(call)) {
                if (reply.spoiled()) {
                    isolate(reply);
                    late.addAll(written(reply.collection()));
                }
            }
        }
        if (!late.isEmpty()) {
            write(waiting(entries, late));
        }
    }

    private List<CollectionReply> send(List<RecordCollection> call) {
        List<String> sobjects =
                call.stream().map(c -> c.group().sobject()).distinct().toList();
        String what = "write of " + String.join(", ", sobjects);
        List<CompositeReply> parts = CompositeReply.read(
                what,
                client.post(what, settings.path("/composite"), CompositeRequest.writing(call, settings)),
                call.size());
        List<CollectionReply> replies = IntStream.range(0, call.size())
                .mapToObj(i -> CollectionReply.read(call.get(i), parts.get(i)))
                .toList();
        replies.forEach(reply -> keep(reply.collection(), reply.results()));
        return replies;
    }

    private void isolate(CollectionReply spoiled) {
        if (extraCalls == MOST_EXTRA_CALLS) {
            keep(
                    spoiled.collection(),
                    spoiled.results().stream().map(Writing::later).toList());
            return;
        }
        extraCalls++;
        List<CollectionReply> pieces = send(spoiled.collection().split(Chunks.MOST_COLLECTIONS));
        // If every piece is refused in the same words, it is not one record's doing and they stand for all.
        WriteResult words = spoiled.results().get(0);
        if (!pieces.stream()
                .allMatch(piece -> piece.whole() && piece.results().get(0).equals(words))) {
            pieces.stream().filter(CollectionReply::spoiled).forEach(this::isolate);
        }
    }

    /** Records that were refused while one that they refer to was still held back. */
    private List<RecordCollection.Entry> waiting(List<RecordCollection.Entry> entries, Set<Reference> late) {
        List<RecordCollection.Entry> waiting = new ArrayList<>();
        Set<Reference> missing = new HashSet<>(late);
        for (RecordCollection.Entry entry : entries) {
            if (results[entry.index()] instanceof WriteResult.Refused
                    && entry.references().anyMatch(missing::contains)) {
                waiting.add(entry);
                entry.name().ifPresent(missing::add);
            }
        }
        return waiting;
    }

    private Set<Reference> written(RecordCollection collection) {
        Set<Reference> names = new HashSet<>();
        for (RecordCollection.Entry entry : collection.entries()) {
            if (results[entry.index()] instanceof WriteResult.Written) {
                entry.name().ifPresent(names::add);
            }
        }
        return names;
    }

    private void keep(RecordCollection collection, List<WriteResult> told) {
        List<RecordCollection.Entry> entries = collection.entries();
        IntStream.range(0, entries.size()).forEach(i -> results[entries.get(i).index()] = told.get(i));
    }

    private static WriteResult later(WriteResult refused) {
        return refused instanceof WriteResult.Refused r ? new WriteResult.Busy(r.code(), r.message()) : refused;
    }
}
