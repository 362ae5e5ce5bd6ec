package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Talk;
import dev.parley.mail.Alerts;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever watches the server hears that a saved file is broken, and which one to mend. */
class MappingHealthTest {

    private static final String CHAT = "salesforce/chat_conversation.yaml";

    @TempDir
    private Path dir;

    private final Database database = Stores.h2();
    private Stage stage;

    @BeforeEach
    void begin() {
        stage = new Stage(database, dir, new ToldCrm(), Talk.NOON.plusSeconds(600));
        stage.changes.begin();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void soundFilesAreUp() {
        assertThat(health().getState()).isEqualTo(State.UP);
    }

    @Test
    void aBrokenFileIsDownUntilItIsMendedAndIsNamedRatherThanWhatFollowsFromIt() {
        String sound = stage.files.texts().get(CHAT);
        save(CHAT, sound.replace("fields:", "fields: {"));

        Result down = health();
        assertThat(down.getState()).isEqualTo(State.DOWN);
        assertThat(down.getMessage().orElseThrow())
                .contains("stay in force. " + CHAT + ":")
                .contains(" yaml-syntax: ");

        save(CHAT, sound);
        assertThat(health().getState()).isEqualTo(State.UP);
    }

    @Test
    void theFileThatNobodyCanReadComesBeforeWhatMissesItAndBeforeTests() {
        save("salesforce/a.test.yaml", "tests: [ { name: idle } ]\n");
        save("hours.yaml", "calendars: {\n");

        assertThat(health().getMessage().orElseThrow())
                .contains("stay in force. hours.yaml:")
                .containsPattern(" And \\d+ more\\. 'mappings check' says all\\.$");
    }

    @Test
    void aFaultIsMailedOnceThoughATestBesideItChanges() {
        save("hours.yaml", "calendars: {\n");
        long told = stage.outbox.waiting();

        save("salesforce/a.test.yaml", "tests: [ { name: idle } ]\n");
        assertThat(stage.outbox.waiting()).isEqualTo(told);

        save("salesforce/lead.yaml", "sobject: {\n");
        assertThat(stage.outbox.waiting()).isEqualTo(told + 1);
    }

    private void save(String file, String text) {
        stage.save(file, text);
        // What stood there at one look and still at the next is whole.
        stage.changes.follow();
        stage.changes.follow();
    }

    private Result health() {
        Alerts alerts = new Alerts(stage.outbox, "ops@one.example", stage.meters);
        DescribeWatch watch =
                new DescribeWatch(stage.files, stage.crm, stage.directory, alerts, stage.meters, stage.clock());
        MappingHealth health = new MappingHealth(stage.files, watch);
        health.setCamelContext(new DefaultCamelContext());
        return health.call(Map.of());
    }
}
