package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.crm.CrmException;
import dev.parley.crm.WriteResult;
import dev.parley.store.Database;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written can be explained: by which rule, which version of the files, and whose change. */
class LedgerTest extends LedgerStage {
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
}
