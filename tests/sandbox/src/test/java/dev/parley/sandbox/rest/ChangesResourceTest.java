package dev.parley.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.sandbox.records.Store;
import dev.parley.sandbox.saving.Caller;
import dev.parley.sandbox.saving.SaveOptions;
import dev.parley.sandbox.schema.Schema;
import dev.parley.sandbox.sharing.UserRights;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesResourceTest {
    private static final Instant NOON = Instant.parse("2031-05-31T12:00:00Z");

    @Test
    void theMonthIsCountedByTheOrgsClock(@TempDir Path home) {
        Schema schema = Schema.standard();
        Request request = new Request(
                "GET",
                "62.0",
                List.of("sobjects", "Account", "deleted"),
                Map.of("start", "2031-05-02T00:00:00Z", "end", "2031-05-31T00:00:00Z"),
                MissingNode.getInstance(),
                Map.of());
        try (Store store = new Store(schema, home, Clock.fixed(NOON, ZoneOffset.UTC))) {
            Reply reply = store.write("test", transaction -> {
                Caller nobody = new Caller(new UserRights(schema).of("005", transaction), SaveOptions.DEFAULT);
                Context context = new Context(null, transaction, nobody, false, new Aftermath());
                return ChangesResource.answer(
                        request, context, schema.find("Account").orElseThrow());
            });
            assertThat(reply.body().path("earliestDateAvailable").asText()).isEqualTo("2031-05-01T12:00:00.000+0000");
        }
    }
}
