package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Talk;
import dev.parley.crm.CrmException;
import dev.parley.crm.WriteResult;
import dev.parley.delivery.Undo.Step;
import dev.parley.delivery.Undo.Verdict;
import dev.parley.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written can be explained and taken back. */
class LedgerTest {

    private static final String CONVERSATION = "Chat_Conversation__c";
    private static final Instant NOW = Talk.NOON.plusSeconds(600);
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path dir;

    private final ToldCrm crm = new ToldCrm();
    private final Talk talk = new Talk("web", "c1");

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void eachFieldNamesItsRuleItsVersionAndItsConversation(Database database) {
        try (database) {
            Stage stage = rated(database);
            String id = id(stage);
            crm.holds(CONVERSATION, row(id, Map.of("Satisfaction__c", 100, "Source__c", "web", "Channel__c", "Fax")));
            crm.lacks("Status__c");

            Reasons.Reason reason = reasons(stage).of(id).orElseThrow();

            assertThat(reason.sobject()).isEqualTo(CONVERSATION);
            assertThat(reason.made()).isTrue();
            assertThat(field(reason, "Satisfaction__c")).satisfies(field -> {
                assertThat(field.after().intValue()).isEqualTo(100);
                assertThat(field.beforeKnown()).isTrue();
                assertThat(field.rule()).startsWith("salesforce/chat_conversation.yaml:");
                assertThat(field.text()).startsWith("Satisfaction__c: \"conversation.rating.scale");
                assertThat(field.version()).isEqualTo(1);
                assertThat(field.by()).isEqualTo(System.getProperty("user.name"));
                assertThat(field.at()).isEqualTo(LATER);
                assertThat(field.conversation()).isEqualTo(talk.key());
                assertThat(field.changedSince()).isFalse();
            });
            assertThat(field(reason, "Source__c").changedSince()).isFalse();
            assertThat(field(reason, "Status__c").changedSince())
                    .as("the CRM does not say")
                    .isFalse();
            assertThat(reason.conversations()).singleElement().satisfies(evidence -> assertThat(evidence.opening())
                    .isEqualTo("Hello"));
            assertThat(reasons(stage).of("a00000000000000XYZ")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aFieldThatAPersonChangedIsSaidToBeTheirs(Database database) {
        try (database) {
            Stage stage = rated(database);
            crm.holds(CONVERSATION, row(id(stage), Map.of("Satisfaction__c", 20)));

            assertThat(field(reasons(stage).of(id(stage)).orElseThrow(), "Satisfaction__c")
                            .changedSince())
                    .isTrue();
        }
    }

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
            assertThat(field(reasons(stage).of(id).orElseThrow(), "Satisfaction__c")
                            .undone())
                    .isTrue();
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
    void whatAPersonChangedIsTheirsStillOnceAnUndoWroteTheRecordLast(Database database) {
        try (database) {
            Stage stage = rated(database);
            crm.holds(CONVERSATION, row(id(stage), Map.of("Satisfaction__c", 20)));
            undo(stage, false);
            crm.sent();

            crm.holds(
                    CONVERSATION,
                    row(
                            id(stage),
                            Map.of(
                                    "Satisfaction__c",
                                    20,
                                    "LastModifiedById",
                                    crm.org().userId())));
            stage.receive(talk.event("chat.rating.given", 19, "r2", "{'value':3,'scale':5}"));
            stage.deliver();

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

            assertThat(new Undo(stage.tx, stage.due, crm, stage.clock())
                            .page(LATER.plusSeconds(1800), "", false)
                            .steps())
                    .isEmpty();
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
    void whatAFieldHeldIsKnownThoughTheProgramDiedBeforeTheAnswer(Database database) {
        try (database) {
            Stage stage = rated(database);
            String id = id(stage);
            String ours = crm.org().userId();
            crm.holds(CONVERSATION, row(id, Map.of("Satisfaction__c", 100, "LastModifiedById", ours)));
            crm.answers(write -> {
                throw new CrmException(CrmException.Kind.TRANSIENT, "no answer", null);
            });
            stage.receive(talk.event("chat.rating.given", 19, "r2", "{'value':3,'scale':5}"));
            stage.deliver();

            crm.holds(CONVERSATION, row(id, Map.of("Satisfaction__c", 60, "LastModifiedById", ours)));
            assertThat(field(reasons(stage).of(id).orElseThrow(), "Satisfaction__c"))
                    .as("before it is delivered again")
                    .satisfies(field -> assertThat(field.before().intValue()).isEqualTo(100));
            crm.answers(ToldCrm::updated);
            stage.now = LATER.plusSeconds(1800);
            new Stage(database, dir, crm, stage.now).deliver();

            assertThat(field(reasons(stage).of(id).orElseThrow(), "Satisfaction__c"))
                    .satisfies(field -> {
                        assertThat(field.beforeKnown()).isTrue();
                        assertThat(field.before().intValue()).isEqualTo(100);
                        assertThat(field.after().intValue()).isEqualTo(60);
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aRecordThatWasMadeThoughTheAnswerWasLostIsSaidToBeMade(Database database) {
        try (database) {
            Stage stage = new Stage(database, dir, crm, NOW);
            crm.answers(write -> {
                throw new CrmException(CrmException.Kind.TRANSIENT, "no answer", null);
            });
            stage.hears(talk);
            stage.deliver();
            crm.finds(
                    CONVERSATION,
                    row(
                            "a00000000000001AAA",
                            Map.of(
                                    "External_Id__c",
                                    "web:c1",
                                    "CreatedById",
                                    crm.org().userId())));
            crm.answers(write -> new WriteResult.Written("a00000000000001AAA", false));
            stage.now = LATER;
            stage.deliver();

            assertThat(reasons(stage).of("a00000000000001AAA").orElseThrow().made())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void recordsThatWereMadeAreListedAndGoneOnesSaid(Database database) {
        try (database) {
            Stage stage = rated(database);
            crm.holds(CONVERSATION, row(id(stage), Map.of("Satisfaction__c", 100)));
            crm.sent();

            List<Step> steps = new Undo(stage.tx, stage.due, crm, stage.clock())
                    .page(NOW, "", false)
                    .steps();
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

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void theLedgerIsForgottenWithItsConversation(Database database) {
        try (database) {
            Stage stage = rated(database);
            stage.now = LATER.plus(Duration.ofDays(500));

            new OldConversations(stage.tx, stage.clock(), java.time.Period.ofDays(400)).forget();

            assertThat(stage.tx.<Long>call(em -> em.createQuery("select count(l) from LedgerRow l", Long.class)
                            .getSingleResult()))
                    .isZero();
        }
    }

    /** A conversation was written, and an hour later its rating. */
    private Stage rated(Database database) {
        Stage stage = new Stage(database, dir, crm, NOW);
        stage.hears(talk);
        stage.deliver();
        crm.holds(
                CONVERSATION,
                row(id(stage), Map.of("LastModifiedById", crm.org().userId())));
        crm.answers(ToldCrm::updated);
        stage.now = LATER;
        stage.receive(talk.event("chat.rating.given", 9, "r", "{'value':5,'scale':5}"));
        stage.deliver();
        return stage;
    }

    /** From after the record was made. */
    private List<Step> undo(Stage stage, boolean dryRun) {
        return new Undo(stage.tx, stage.due, crm, stage.clock())
                .page(NOW.plusSeconds(1), "", dryRun)
                .steps();
    }

    private static Reasons reasons(Stage stage) {
        return new Reasons(stage.tx, stage.crm, stage.versions, stage.due, stage.planner);
    }

    private static Reasons.FieldReason field(Reasons.Reason reason, String name) {
        return reason.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String id(Stage stage) {
        return new Records(stage.tx)
                .of(stage.due.look(List.of(talk.key())).get(0)).stream()
                        .filter(record -> record.sobject().equals(CONVERSATION))
                        .findFirst()
                        .orElseThrow()
                        .id();
    }

    private static ObjectNode row(String id, Map<String, Object> fields) {
        ObjectNode row = JSON.valueToTree(fields);
        return row.put("Id", id);
    }
}
