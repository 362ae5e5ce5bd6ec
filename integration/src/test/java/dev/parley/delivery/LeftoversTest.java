package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.delivery.MappingChanges.Wish;
import dev.parley.store.Database;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Going back does not bring back all: what was filled once stays, and is named. */
class LeftoversTest extends LedgerStage {

    private static final String FILE = "salesforce/chat_conversation.yaml";
    private static final Wish WISH = new Wish("ann", null, false);

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void goingBackNamesWhatWasFilledOnce(Database database) throws IOException {
        try (database) {
            Stage stage = rated(database);
            Instant applied = apply(stage, "write: ifBlank");

            assertThat(stage.changes.foreseeRollback(null).left()).isEqualTo(left(applied));
            assertThat(stage.changes.rollback(null, WISH).left()).isEqualTo(left(applied));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatFollowsTheConversationIsNotLeft(Database database) throws IOException {
        try (database) {
            Stage stage = rated(database);
            apply(stage, "write: always");

            assertThat(stage.changes.foreseeRollback(null).left()).isEqualTo(Leftovers.NONE);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatWasUndoneIsNotLeft(Database database) throws IOException {
        try (database) {
            Stage stage = rated(database);
            Instant applied = apply(stage, "write: ifBlank");
            crm.holds(CONVERSATION, row(id(stage), Map.of("Region__c", "North", "Satisfaction__c", 10)));
            undo(stage, applied, false);

            assertThat(stage.changes.foreseeRollback(null).left()).isEqualTo(Leftovers.NONE);
        }
    }

    private static Leftovers left(Instant since) {
        return new Leftovers(2L, since, List.of(new Leftovers.Field(CONVERSATION, "Region__c", 1)));
    }

    /** The record is looked at, for a person has changed it, and one field changes anyway. */
    private Instant apply(Stage stage, String write) throws IOException {
        crm.holds(
                CONVERSATION, row(id(stage), Map.of("Satisfaction__c", 100, "LastModifiedById", "005000000000009AAA")));
        stage.now = stage.now.plusSeconds(60);
        Instant at = stage.now;
        Map<String, String> texts = new TreeMap<>(stage.files.texts());
        texts.computeIfPresent(FILE, (name, text) -> text.replace("$round(100 *", "$round(10 *")
                .replaceFirst("Region__c: .*", "Region__c: { default: North, " + write + " }"));
        stage.changes.apply(texts, WISH);
        stage.now = stage.now.plusSeconds(60);
        stage.replay.step();
        stage.deliver();
        assertThat(crm.fieldsOf(CONVERSATION)).containsEntry("Region__c", "North");
        return at;
    }
}
