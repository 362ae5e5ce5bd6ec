package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KeyIndexPropertiesTest {

    @Property(tries = 60)
    void theOrderAndTheNumberOfTimesThatRecordsComeInDoNotMatter(
            @ForAll("records") List<Known> records, @ForAll long seed) {
        List<Known> shuffled = new ArrayList<>(records);
        shuffled.addAll(records.subList(0, records.size() / 2));
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(found(shuffled, List.of(), records)).isEqualTo(found(records, List.of(), records));
    }

    @Property(tries = 60)
    void everyRecordIsFoundUnderEachOfItsKeys(@ForAll("records") List<Known> records) {
        Map<String, List<String>> found = found(records, List.of(), records);

        assertThat(records).allSatisfy(record -> By.keysOf(record)
                .forEach((by, key) -> assertThat(found.get(by + key)).contains(record.id())));
    }

    @Property(tries = 60)
    void whatIsTakenOutLeavesNoTrace(@ForAll("records") List<Known> records) {
        assertThat(found(records, records, records).values())
                .allSatisfy(ids -> assertThat(ids).isEmpty());
    }

    /** What is found under each key of some records once these came in and those went. */
    private static Map<String, List<String>> found(List<Known> in, List<Known> out, List<Known> asked) {
        Map<String, List<String>> found = new TreeMap<>();
        try (KeyIndex index = KeyIndex.open(null, new Fingerprints(new byte[] {7}))) {
            in.forEach(index::add);
            out.forEach(record -> index.remove(record.sobject(), List.of(record.id())));
            asked.forEach(record -> By.keysOf(record).forEach((by, key) -> found.put(by + key, index.find(by, key))));
        }
        return found;
    }

    @Provide
    Arbitrary<List<Known>> records() {
        return Combinators.combine(
                        Arbitraries.of(Followed.values()),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of("nordwind.example", "www.south.example", "de.nordwind.example", ""),
                        Arbitraries.of(true, false))
                .as(KeyIndexPropertiesTest::record)
                .list()
                .ofMaxSize(40);
    }

    private static Known record(Followed followed, int number, String domain, boolean closed) {
        ObjectNode fields = JsonNodeFactory.instance
                .objectNode()
                .put("Email", "p" + number % 3 + "@" + domain)
                .put("Website", domain)
                .put("AccountId", "001" + number % 2)
                .put("ContactId", "003" + number % 2)
                .put(VisitorKey.FIELD, "site:" + number % 4)
                .put("IsClosed", closed);
        String id = "%s%d%s%b".formatted(followed.sobject(), number, domain, closed);
        return new Known(followed.sobject(), id, Instant.EPOCH, fields);
    }
}
