package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.delivery.MappingChanges.Wish;
import dev.parley.delivery.Undo.Step;
import dev.parley.delivery.Undo.Verdict;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.store.Database;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an undo put back is left so until other files are applied. */
class UndoneFieldsTest extends LedgerStage {

    private static final String FILE = "salesforce/chat_conversation.yaml";
    private static final String FIELD = "Satisfaction__c";

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatARollbackBroughtBackIsNotHeldByAnUndo(Database database) throws IOException {
        try (database) {
            Stage stage = rated(database);
            ObjectNode present = present(stage);
            apply(stage, "$round(10 *");
            present.put(FIELD, 10);
            stage.changes.rollback(null, new Wish("ann", null, false));
            settle(stage);
            assertThat(crm.fieldsOf(CONVERSATION)).as("the record follows").containsEntry(FIELD, 100);
            present.put(FIELD, 100);
            crm.sent();

            assertThat(steps(undo(stage, LATER.plusSeconds(1), false))).containsExactly(Verdict.AS_BEFORE);
            assertThat(field(reasons(stage).of(id(stage)).orElseThrow(), FIELD).held())
                    .isFalse();
            apply(stage, "$round(10 *");
            assertThat(crm.fieldsOf(CONVERSATION)).containsEntry(FIELD, 10);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void otherFilesThatAreAppliedWriteAgainWhatWasPutBack(Database database) throws IOException {
        try (database) {
            Stage stage = rated(database);
            ObjectNode present = present(stage);
            undo(stage, false);
            present.putNull(FIELD);
            crm.sent();

            Map<String, String> same = stage.files.texts();
            assertThat(stage.changes.foresee(same).released()).isZero();
            assertThat(stage.changes.apply(same, new Wish("ann", null, false)).released())
                    .isZero();
            settle(stage);
            assertThat(crm.sent()).as("the same files leave it alone").isEmpty();

            assertThat(stage.changes.foresee(texts(stage, "$round(10 *")).released())
                    .isEqualTo(1);
            assertThat(apply(stage, "$round(10 *").released()).isEqualTo(1);
            assertThat(stage.changes.foresee(same).released())
                    .as("nothing is held any more")
                    .isZero();
            assertThat(crm.fieldsOf(CONVERSATION)).containsEntry(FIELD, 10);
            present.put(FIELD, 10);
            assertThat(field(reasons(stage).of(id(stage)).orElseThrow(), FIELD).held())
                    .isFalse();
            apply(stage, "$round(100 *");
            assertThat(crm.fieldsOf(CONVERSATION))
                    .as("back to the files of then")
                    .containsEntry(FIELD, 100);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aFileThatIsOnlySavedChangesNothingOfIt(Database database) throws IOException {
        try (database) {
            Stage stage = rated(database);
            ObjectNode present = present(stage);
            undo(stage, false);
            present.putNull(FIELD);
            stage.files.replace(texts(stage, "$round(10 *"), (mappings, texts) -> {});
            crm.sent();
            crm.answers(write -> {
                assertThat(write.fields()).doesNotContainKey(FIELD);
                return ToldCrm.updated(write);
            });

            stage.now = stage.now.plusSeconds(60);
            stage.receive(talk.event("chat.rating.given", 19, "r2", "{'value':3,'scale':5}"));
            stage.deliver();

            assertThat(field(reasons(stage).of(id(stage)).orElseThrow(), FIELD).held())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatAPersonPutBackStaysTheirs(Database database) throws IOException {
        try (database) {
            Stage stage = rated(database);
            present(stage).putNull(FIELD);
            crm.sent();

            assertThat(steps(undo(stage, false))).containsExactly(Verdict.AS_BEFORE);
            apply(stage, "$round(10 *");
            assertThat(crm.sent()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatTheCrmRefusedToPutBackIsNotHeld(Database database) {
        try (database) {
            Stage stage = rated(database);
            present(stage);
            crm.answers(ToldCrm::refused);
            undo(stage, false);

            assertThat(field(reasons(stage).of(id(stage)).orElseThrow(), FIELD).held())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void anUndoGoesBackFurtherThanTheOneBefore(Database database) throws IOException {
        try (database) {
            Stage stage = rated(database);
            ObjectNode present = present(stage);
            apply(stage, "$round(10 *");
            present.put(FIELD, 10);
            undo(stage, LATER.plusSeconds(1), false);
            assertThat(crm.fieldsOf(CONVERSATION).get(FIELD)).hasToString("100");
            present.put(FIELD, 100);

            assertThat(steps(undo(stage, false))).containsExactly(Verdict.RESTORED);
            assertThat(crm.fieldsOf(CONVERSATION)).containsEntry(FIELD, null);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aPreviewOfOtherFilesSaysThatTheyWriteAgainWhatWasPutBack(Database database) {
        try (database) {
            Stage stage = rated(database);
            ObjectNode present = present(stage);
            undo(stage, false);
            present.putNull(FIELD);

            assertThat(changes(stage, stage.files.get())).isEmpty();
            assertThat(changes(
                            stage,
                            MappingFiles.load(texts(stage, "$round(10 *")).orThrow()))
                    .singleElement()
                    .extracting(DryRun.Change::undone)
                    .isEqualTo(Set.of(FIELD));
        }
    }

    private List<DryRun.Change> changes(Stage stage, MappingSet files) {
        Plan plan = stage.planner
                .with(files)
                .plan(stage.due.look(List.of(talk.key())).get(0));
        return new DryRun(stage.tx, stage.directory).of(List.of(plan)).changes();
    }

    private ObjectNode present(Stage stage) {
        ObjectNode present =
                row(id(stage), Map.of(FIELD, 100, "LastModifiedById", crm.org().userId()));
        crm.holds(CONVERSATION, present);
        return present;
    }

    private static MappingChanges.Change apply(Stage stage, String formula) throws IOException {
        stage.now = stage.now.plusSeconds(60);
        MappingChanges.Change change = stage.changes.apply(texts(stage, formula), new Wish("ann", null, false));
        settle(stage);
        return change;
    }

    private static Map<String, String> texts(Stage stage, String formula) {
        Map<String, String> texts = new TreeMap<>(stage.files.texts());
        texts.computeIfPresent(
                FILE, (name, text) -> text.replaceAll("\\$round\\(10+ \\*", formula.replace("$", "\\$")));
        return texts;
    }

    private static void settle(Stage stage) {
        stage.now = stage.now.plusSeconds(60);
        stage.replay.step();
        stage.deliver();
    }

    private static List<Verdict> steps(List<Step> steps) {
        return steps.stream()
                .filter(step -> FIELD.equals(step.field()))
                .map(Step::verdict)
                .toList();
    }
}
