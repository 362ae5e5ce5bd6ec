package dev.parley.crm.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.crm.RecordWrite;
import dev.parley.crm.RecordWrite.Target;
import dev.parley.crm.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ChunksTest {

    @Test
    void twoHundredNewConversationsAreOneCall() {
        List<RecordWrite> writes = Stream.of(
                        IntStream.range(0, 200).mapToObj(Records::lead),
                        IntStream.range(0, 200).mapToObj(i -> Records.conversation(i, Records.toLead(i))),
                        IntStream.range(0, 200).mapToObj(i -> Records.part(i, 0, "Hello")))
                .flatMap(s -> s)
                .toList();

        assertThat(chunks(writes)).singleElement().satisfies(call -> assertThat(call)
                .extracting(collection -> collection.group().sobject())
                .containsExactly("Lead", "Chat_Conversation__c", "Chat_Transcript_Part__c"));
    }

    @Test
    void recordsThatComeMixedAreSortedIntoTheSameCollections() {
        List<RecordWrite> writes = IntStream.range(0, 100)
                .boxed()
                .flatMap(i -> Stream.of(
                        Records.lead(i),
                        Records.conversation(i, Records.toLead(i)),
                        Records.part(i, 0, "Hello"),
                        Records.part(i, 1, "Bye")))
                .toList();

        assertThat(chunks(writes)).singleElement().satisfies(call -> assertThat(call)
                .extracting(collection -> collection.entries().size())
                .containsExactly(100, 100, 200));
    }

    @Test
    void aRecordThatRefersToOneOfItsOwnTypeComesAfterIt() {
        RecordWrite first = Records.upsert("Account", "Key__c", "parent", Map.of());
        RecordWrite second = Records.upsert(
                "Account", "Key__c", "child", Map.of("ParentId", new Reference("Account", "Key__c", "parent")));

        assertThat(chunks(List.of(first, second))).singleElement().satisfies(call -> assertThat(call)
                .hasSize(2));
    }

    @Test
    void differentTreatmentMeansDifferentCollections() {
        RecordWrite plain = Records.lead(1);
        RecordWrite assigned = new RecordWrite(
                "Lead",
                new Target.ByExternalId("Chat_Visitor_Id__c", "site:v2"),
                Map.of(),
                new RecordWrite.Options("rules", RecordWrite.Duplicates.USE_MATCH));

        assertThat(chunks(List.of(plain, assigned)).get(0)).hasSize(2);
    }

    @Test
    void aRecordLargerThanTheLimitTravelsAlone() {
        List<RecordWrite> writes =
                List.of(Records.part(1, 0, "a"), Records.part(1, 1, "b".repeat(500)), Records.part(1, 2, "c"));

        assertThat(chunks(writes, 400)).hasSize(2).anySatisfy(call -> assertThat(call)
                .singleElement()
                .satisfies(collection -> assertThat(collection.entries()).hasSize(1)));
    }

    @Test
    void nothingToWriteIsNoCall() {
        assertThat(chunks(List.of())).isEmpty();
    }

    @Property(tries = 300)
    void everyRecordTravelsOnceWithinTheLimitsAndAfterWhatItRefersTo(
            @ForAll("conversations") List<RecordWrite> writes) {
        long mostBytes = 20_000;
        List<List<RecordCollection>> calls = chunks(writes, mostBytes);

        Set<Integer> seen = new HashSet<>();
        Set<Object> written = new HashSet<>();
        for (List<RecordCollection> call : calls) {
            assertThat(call).hasSizeBetween(1, 5);
            assertThat(call.size() == 1
                            || call.stream().mapToLong(RecordCollection::bytes).sum() <= mostBytes)
                    .isTrue();
            for (RecordCollection collection : call) {
                check(collection, writes, seen, written);
            }
        }
        assertThat(seen).hasSameSizeAs(writes);
    }

    private static List<List<RecordCollection>> chunks(List<RecordWrite> writes) {
        return chunks(writes, Chunks.MOST_BYTES);
    }

    private static List<List<RecordCollection>> chunks(List<RecordWrite> writes, long mostBytes) {
        List<RecordCollection.Entry> entries = IntStream.range(0, writes.size())
                .mapToObj(i -> RecordCollection.Entry.of(i, writes.get(i)))
                .toList();
        return Chunks.of(entries, mostBytes);
    }

    private static void check(
            RecordCollection collection, List<RecordWrite> writes, Set<Integer> seen, Set<Object> written) {
        List<Object> keys = new ArrayList<>();
        assertThat(collection.entries()).hasSizeBetween(1, 200);
        for (RecordCollection.Entry entry : collection.entries()) {
            assertThat(entry.write()).isSameAs(writes.get(entry.index()));
            assertThat(RecordGroup.of(entry.write())).isEqualTo(collection.group());
            assertThat(seen.add(entry.index())).isTrue();
            // Every reference in these lists is to a record that stands earlier in them.
            entry.write().fields().values().stream()
                    .filter(Reference.class::isInstance)
                    .forEach(reference -> assertThat(written).contains(reference));
            entry.name().ifPresent(keys::add);
        }
        written.addAll(keys);
    }

    /** Conversations, one after another or type by type, each with some parts and tasks. */
    @Provide
    Arbitrary<List<RecordWrite>> conversations() {
        Arbitrary<List<Integer>> parts =
                Arbitraries.integers().between(0, 4).list().ofMaxSize(500);
        return parts.flatMap(
                counts -> Arbitraries.of(true, false).map(mixed -> mixed ? mixed(counts) : sorted(counts)));
    }

    private static List<RecordWrite> mixed(List<Integer> parts) {
        return IntStream.range(0, parts.size())
                .boxed()
                .flatMap(i -> Stream.concat(
                        Stream.of(Records.lead(i), Records.conversation(i, Records.toLead(i))), rest(i, parts.get(i))))
                .toList();
    }

    private static List<RecordWrite> sorted(List<Integer> parts) {
        return Stream.of(
                        IntStream.range(0, parts.size()).mapToObj(Records::lead),
                        IntStream.range(0, parts.size()).mapToObj(i -> Records.conversation(i, Records.toLead(i))),
                        IntStream.range(0, parts.size()).boxed().flatMap(i -> rest(i, parts.get(i))))
                .flatMap(s -> s)
                .toList();
    }

    private static Stream<RecordWrite> rest(int conversation, int parts) {
        return Stream.concat(
                IntStream.range(0, parts).mapToObj(p -> Records.part(conversation, p, "x".repeat(100 * p))),
                Stream.of(Records.insert("Task", Map.of("WhoId", Records.toLead(conversation)))));
    }
}
