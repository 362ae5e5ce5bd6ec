package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Talk;
import dev.parley.crm.CrmException;
import dev.parley.store.Database;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A CRM that is away, is another one, or has other fields: what waits, what goes on, and what is said. */
class DeliveryTroubleTest extends DeliveryStage {

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whileTheCrmIsAwayEverythingWaitsTogether(Database database) {
        try (database) {
            crm.answers(write -> {
                throw new CrmException(CrmException.Kind.TRANSIENT, "503", null);
            });
            receive(database, talk.says("visitor", 5, "m1", "Hello"), talk.closed(6));
            receive(database, other.event("chat.callback.requested", 5, "o1", "{'phone':'+46701234567'}"));
            deliver(database);
            deliver(database);
            assertThat(crm.sent()).as("one try, then a pause").hasSize(1);

            crm.answers(ToldCrm::written);
            clock.add(Duration.ofSeconds(60));
            deliver(database);
            assertThat(due(database).waiting()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aCrmThatIsAwayIsAskedAgainAfterAPauseAndNotForEachNewConversation(Database database) {
        try (database) {
            crm.answers(write -> {
                throw new CrmException(CrmException.Kind.TRANSIENT, "503", null);
            });
            Delivery delivery = delivery(database);
            receive(database, talk.says("visitor", 5, "m1", "Hello"), talk.closed(6));
            delivery.deliver();
            receive(
                    database,
                    other.says("visitor", 5, "o1", "Hello"),
                    other.event("chat.conversation.closed", 6, "x", "{}"));
            delivery.deliver();
            assertThat(crm.sent()).hasSize(1);
            assertThat(delivery.trouble()).hasValue("TRANSIENT: 503");

            crm.answers(ToldCrm::written);
            clock.add(Duration.ofSeconds(1));
            delivery.deliver();
            assertThat(crm.sent()).hasSize(1);
            assertThat(due(database).waiting()).isZero();
            assertThat(delivery.trouble()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whileOthersAreBehindItIsDeliveredNowAndThen(Database database) {
        try (database) {
            AtomicBoolean late = new AtomicBoolean(true);
            Delivery delivery = delivery(database);
            delivery.giveWayTo(late::get, Duration.ofSeconds(1));
            receive(database, talk.says("visitor", 5, "m1", "Hello"), talk.closed(6));
            delivery.deliver();
            assertThat(due(database).waiting()).isZero();

            receive(
                    database,
                    other.says("visitor", 5, "o1", "Hello"),
                    other.event("chat.conversation.closed", 6, "x", "{}"));
            delivery.deliver();
            assertThat(due(database).waiting()).isEqualTo(1);
            clock.add(Duration.ofSeconds(1));
            delivery.deliver();
            assertThat(due(database).waiting()).isZero();

            Talk third = new Talk("web", "c3");
            receive(
                    database,
                    third.says("visitor", 5, "t1", "Hello"),
                    third.event("chat.conversation.closed", 6, "y", "{}"));
            late.set(false);
            delivery.deliver();
            assertThat(due(database).waiting()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatCannotBeReadForOneIsNotTriedForEachAndShows(Database database) {
        try (database) {
            Delivery delivery = delivery(database);
            delivery.deliver();
            crm.isBlind(new CrmException(CrmException.Kind.PERMANENT, "INVALID_FIELD", null));
            receive(database, talk.says("visitor", 5, "m1", "Hello"), talk.closed(6));
            receive(
                    database,
                    other.says("visitor", 5, "o1", "Hello"),
                    other.event("chat.conversation.closed", 6, "x", "{}"));
            delivery.deliver();

            assertThat(crm.looks()).isEqualTo(1);
            assertThat(crm.sent()).isEmpty();
            assertThat(delivery.trouble()).hasValue("PERMANENT: INVALID_FIELD");
            assertThat(due(database).waiting()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void oneConversationThatCannotBeSentAtAllDoesNotHoldTheOthersBack(Database database) {
        try (database) {
            crm.answers(write -> {
                if (write.toString().contains("poison")) {
                    throw new IllegalStateException("the call as a whole cannot be made");
                }
                return ToldCrm.written(write);
            });
            for (int i = 0; i < 7; i++) {
                Talk one = new Talk("web", i == 3 ? "poison" : "fine" + i);
                receive(database, one.event("chat.message.posted", 5, "m" + i, message()));
                receive(database, one.event("chat.conversation.closed", 6, "x" + i, "{'by':'agent'}"));
            }
            deliver(database);

            assertThat(due(database).waiting()).isEqualTo(1);
            assertThat(due(database)
                            .standing(new Talk("web", "poison").key())
                            .orElseThrow()
                            .trouble())
                    .contains("IllegalStateException");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aFieldThatTheOrgDoesNotHaveCostsOnlyItsRecord(Database database) {
        try (database) {
            crm.lacks("LeadSource");
            receive(database, identified(talk), talk.says("visitor", 5, "m1", "Hello"), talk.closed(6));
            deliver(database);
            deliver(database);

            assertThat(due(database).standing(talk.key()).orElseThrow().appliedVersion())
                    .isEqualTo(3);
            assertThat(letters(database).list()).singleElement().satisfies(letter -> {
                assertThat(letter.sobject()).isEqualTo("Lead");
                assertThat(letter.code()).isEqualTo("INVALID_FIELD");
                assertThat(letter.place()).isEqualTo(line("lead.yaml", "LeadSource"));
            });
            assertThat(outbox(database).waiting()).as("somebody is told").isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aFieldThatVanishesHoldsUpNoConversationThatStands(Database database) {
        try (database) {
            receive(database, talk.says("visitor", 5, "m1", "Hello"), talk.closed(6));
            deliver(database);
            crm.lacks("Satisfaction__c");
            receive(database, talk.event("chat.visitor.identified", 7, "i", "{'visitor':{'company':'One'}}"));
            receive(database, other.says("visitor", 8, "m2", "Hello"));
            clock.add(Duration.ofSeconds(1200));
            deliver(database);

            assertThat(due(database).waiting()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void anotherOrgIsNeverWrittenTo(Database database) {
        try (database) {
            receive(database, talk.says("visitor", 5, "m1", "Hello"), talk.closed(6));
            deliver(database);
            crm.sent();

            crm.isOrg("00D000000000002AAA");
            receive(database, talk.event("chat.rating.given", 9, "r", "{'value':5,'scale':5}"));
            deliver(database);

            assertThat(crm.sent()).isEmpty();
        }
    }
}
