package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.delivery.Undo.Step;
import dev.parley.delivery.Undo.Verdict;
import dev.parley.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written can be taken back, once, and what people changed stays theirs. */
class UndoTest extends LedgerStage {
    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatWasWrittenIsPutBackOnceAndLeftAloneFromThenOn(Database database) {
        try (database) {
            Stage stage = rated(database);
            String id = id(stage);
            ObjectNode present = row(id, Map.of("Satisfaction__c", 100));
            crm.holds(CONVERSATION, present);
            crm.sent();

            assertThat(undo(stage, true))
                    .filteredOn(step -> "Satisfaction__c".equals(step.field()))
                    .extracting(Step::verdict)
                    .containsExactly(Verdict.RESTORED);
            assertThat(crm.sent()).as("a dry run writes nothing").isEmpty();

            undo(stage, false);
            assertThat(crm.fieldsOf(CONVERSATION)).containsEntry("Satisfaction__c", null);
            present.putNull("Satisfaction__c");
            crm.sent();

            assertThat(undo(stage, false))
                    .filteredOn(step -> "Satisfaction__c".equals(step.field()))
                    .extracting(Step::verdict)
                    .containsExactly(Verdict.AS_BEFORE);
            stage.due.hurry(List.of(talk.key()));
            stage.deliver();
            assertThat(crm.sent()).isEmpty();
            assertThat(field(reasons(stage).of(id).orElseThrow(), "Satisfaction__c"))
                    .returns(true, Reasons.FieldReason::undone)
                    .returns(true, Reasons.FieldReason::held);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatAPersonChangedSinceStays(Database database) {
        try (database) {
            Stage stage = rated(database);
            crm.holds(CONVERSATION, row(id(stage), Map.of("Satisfaction__c", 20)));
            crm.sent();

            assertThat(undo(stage, false))
                    .filteredOn(step -> "Satisfaction__c".equals(step.field()))
                    .extracting(Step::verdict)
                    .containsExactly(Verdict.CHANGED_SINCE);
            assertThat(crm.sent()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void anUndoingIsNotUndone(Database database) {
        try (database) {
            Stage stage = rated(database);
            ObjectNode present = row(id(stage), Map.of("Satisfaction__c", 100));
            crm.holds(CONVERSATION, present);
            stage.now = LATER.plusSeconds(3600);
            undo(stage, false);
            present.putNull("Satisfaction__c");
            crm.sent();

            assertThat(undo(stage, LATER.plusSeconds(1800), false)).isEmpty();
            assertThat(crm.sent()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void anUndoInTheMiddleOfADeliveryLosesNothing(Database database) {
        try (database) {
            Stage stage = rated(database);
            ObjectNode present = row(
                    id(stage),
                    Map.of("Satisfaction__c", 100, "LastModifiedById", crm.org().userId()));
            crm.holds(CONVERSATION, present);
            List<Step> during = new ArrayList<>();
            crm.answers(write -> {
                if (write.fields().containsKey("Satisfaction__c") && during.isEmpty()) {
                    during.addAll(undo(stage, false));
                }
                return ToldCrm.updated(write);
            });
            stage.receive(talk.event("chat.rating.given", 19, "r2", "{'value':3,'scale':5}"));
            stage.deliver();

            assertThat(during)
                    .filteredOn(step -> "Satisfaction__c".equals(step.field()))
                    .extracting(Step::verdict)
                    .containsExactly(Verdict.BEING_WRITTEN);
            present.set(
                    "Satisfaction__c",
                    FieldValue.json(crm.fieldsOf(CONVERSATION).get("Satisfaction__c")));
            crm.sent();
            undo(stage, false);
            assertThat(crm.fieldsOf(CONVERSATION)).containsEntry("Satisfaction__c", null);

            present.putNull("Satisfaction__c");
            crm.sent();
            stage.receive(talk.event("chat.rating.given", 29, "r3", "{'value':4,'scale':5}"));
            stage.deliver();
            assertThat(crm.sent()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aFieldThatWasPutUnderProtectionDuringADeliveryStaysSo(Database database) {
        try (database) {
            Stage stage = rated(database);
            ObjectNode present = row(
                    id(stage),
                    Map.of("Satisfaction__c", 100, "LastModifiedById", crm.org().userId()));
            crm.holds(CONVERSATION, present);
            List<Step> during = new ArrayList<>();
            crm.answers(write -> {
                if (during.isEmpty()) {
                    during.addAll(undo(stage, false));
                }
                return ToldCrm.updated(write);
            });
            stage.receive(talk.event("chat.rating.given", 19, "r2", "{'value':3,'scale':5}"));
            stage.deliver();
            present.set(
                    "Satisfaction__c",
                    FieldValue.json(crm.fieldsOf(CONVERSATION).get("Satisfaction__c")));
            crm.sent();

            stage.receive(talk.event("chat.rating.given", 29, "r3", "{'value':4,'scale':5}"));
            stage.deliver();
            assertThat(crm.sent()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void recordsThatWereMadeAreListedAndGoneOnesSaid(Database database) {
        try (database) {
            Stage stage = rated(database);
            crm.holds(CONVERSATION, row(id(stage), Map.of("Satisfaction__c", 100)));
            crm.sent();

            List<Step> steps = undo(stage, NOW, false);
            assertThat(steps)
                    .filteredOn(step -> step.sobject().equals(CONVERSATION))
                    .extracting(Step::verdict)
                    .containsExactly(Verdict.MADE);
            assertThat(steps)
                    .filteredOn(step -> !step.sobject().equals(CONVERSATION))
                    .extracting(Step::verdict)
                    .containsOnly(Verdict.GONE);
            assertThat(crm.sent()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatTheCrmRefusesIsSaidInItsWordsAndCanBeTriedAgain(Database database) {
        try (database) {
            Stage stage = rated(database);
            crm.holds(CONVERSATION, row(id(stage), Map.of("Satisfaction__c", 100)));
            crm.answers(ToldCrm::refused);

            assertThat(undo(stage, false))
                    .filteredOn(step -> "Satisfaction__c".equals(step.field()))
                    .singleElement()
                    .satisfies(step -> {
                        assertThat(step.verdict()).isEqualTo(Verdict.REFUSED);
                        assertThat(step.message()).contains("No, said the org");
                    });

            crm.answers(ToldCrm::written);
            undo(stage, false);
            assertThat(crm.fieldsOf(CONVERSATION)).containsEntry("Satisfaction__c", null);
        }
    }
}
