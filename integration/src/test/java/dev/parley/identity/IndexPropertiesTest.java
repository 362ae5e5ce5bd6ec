package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IndexPropertiesTest {

    @Property
    void theOrderAndTheNumberOfTimesThatRecordsComeInDoNotMatter(
            @ForAll("records") List<Known> records, @ForAll long seed) {
        List<Known> shuffled = new ArrayList<>(records);
        shuffled.addAll(records.subList(0, records.size() / 2));
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(index(shuffled)).isEqualTo(index(records)).hasSameHashCodeAs(index(records));
    }

    @Property
    void whatIsTakenOutLeavesNoTrace(@ForAll("records") List<Known> records) {
        Index index = index(records);

        records.forEach(index::remove);

        assertThat(index).isEqualTo(new Index());
    }

    private static Index index(List<Known> records) {
        Index index = new Index();
        records.forEach(index::add);
        return index;
    }

    @Provide
    Arbitrary<List<Known>> records() {
        return Combinators.combine(
                        Arbitraries.of(Followed.values()),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of("nordwind.example", "www.south.example", "de.nordwind.example", ""),
                        Arbitraries.of(true, false))
                .as(IndexPropertiesTest::record)
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
