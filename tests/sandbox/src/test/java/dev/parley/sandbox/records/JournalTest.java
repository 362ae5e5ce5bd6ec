package dev.parley.sandbox.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path home;

    private final Schema schema = Schema.standard();
    private final SObjectType type = schema.find("Opportunity").orElseThrow();

    private static Map<String, Object> values(int amount) {
        Map<String, Object> values = new HashMap<>();
        values.put("Name", "Pumps, \"großer\" Auftrag\n\u2028");
        values.put("Amount", BigDecimal.valueOf(amount, 2));
        values.put("CloseDate", LocalDate.of(2027, 1, 31));
        values.put("IsWon", true);
        values.put("SystemModstamp", Instant.parse("2026-03-01T10:00:00Z"));
        return values;
    }

    private static SObject saved(Store store, String id) {
        return store.read(records -> records.byId(id).orElseThrow());
    }

    @Test
    void aRecordsStateIsReadAsItWasWritten() {
        String id;
        try (Store store = new Store(schema, home, Clock.systemUTC())) {
            id = store.write(transaction -> transaction
                    .put(type, transaction.nextId(type), values(1250))
                    .id());
        }
        try (Store store = new Store(schema, home, Clock.systemUTC())) {
            assertThat(saved(store, id).values()).isEqualTo(values(1250));
        }
    }

    @Test
    void aJournalOfManyChangesToFewRecordsIsRewrittenAtTheNextStart() throws IOException {
        String id;
        try (Store store = new Store(schema, home, Clock.systemUTC())) {
            id = store.write(transaction -> transaction.nextId(type));
            for (int change = 1; change <= 10_000; change++) {
                int amount = change;
                store.write(transaction -> transaction.put(type, id, values(amount)));
            }
        }
        long before = Files.size(home.resolve("records.jsonl"));
        try (Store store = new Store(schema, home, Clock.systemUTC())) {
            assertThat(saved(store, id).get("Amount")).isEqualTo(BigDecimal.valueOf(10_000, 2));
        }
        assertThat(Files.size(home.resolve("records.jsonl"))).isLessThan(before / 1000);
    }

    @Test
    void aTransactionThatThrowsLeavesNothingBehind() {
        try (Store store = new Store(schema, home, Clock.systemUTC())) {
            assertThatThrownBy(() -> store.write(transaction -> {
                        transaction.put(type, transaction.nextId(type), values(1));
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");
            int count = store.read(records -> records.count(type));
            assertThat(count).isZero();
        }
    }
}
