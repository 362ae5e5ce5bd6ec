package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start with broken mapping files falls back on. */
class StoreSetupTest {

    @TempDir
    Path home;

    @Test
    void whereThereIsNoStoreNoneIsMade() throws Exception {
        assertThat(StoreSetup.lastMappings(settings())).isEmpty();
        assertThat(home.resolve("store.mv.db")).doesNotExist();
    }

    @Test
    void aStoreKnowsTheFilesThatWereLastInForce() throws Exception {
        try (Database database = StoreSetup.open(settings())) {
            database.tx().run(em -> em.createNativeQuery("insert into mapping_version"
                            + " (number, hash, taken_up_at, taken_up_by, files)"
                            + " values (1, 'h', current_timestamp, 'ann', '{\"salesforce/lead.yaml\":\"x: 1\"}')")
                    .executeUpdate());
        }

        assertThat(StoreSetup.lastMappings(settings())).contains(Map.of("salesforce/lead.yaml", "x: 1"));
    }

    private Settings settings() throws Exception {
        Path file = Files.writeString(
                home.resolve("parley.properties"), "store.url=jdbc:h2:" + home.resolve("store") + "\n");
        return Settings.load(file, Map.of(), List.of());
    }
}
