package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Readings;
import dev.parley.crm.WriteResult;
import dev.parley.identity.Directory;
import dev.parley.identity.Matcher;
import dev.parley.identity.Owners;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingFolder;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.RecordTypes;
import dev.parley.qualification.Qualifier;
import dev.parley.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From conversations that are due to what the CRM is sent, and what is remembered of its answers. */
class DeliveryTest extends DeliveryStage {

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatStandsIsNotSentAgain(Database database) {
        try (database) {
            receive(database, talk.says("visitor", 5, "m1", "Hello"), talk.closed(6));
            deliver(database);
            assertThat(crm.sent()).containsExactly(List.of(CONVERSATION, PART));

            due(database).hurry(List.of(talk.key()));
            deliver(database);
            assertThat(crm.sent()).isEmpty();
            assertThat(due(database).waiting()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aRefusedRecordIsLaidAsideAndTheOthersGoOn(Database database) {
        try (database) {
            crm.answers(write -> write.sobject().equals("Lead") ? ToldCrm.refused(write) : ToldCrm.written(write));
            receive(database, identified(talk), talk.says("visitor", 5, "m1", "Hello"), talk.closed(6));
            deliver(database);
            deliver(database);
            deliver(database);

            assertThat(letters(database).list()).singleElement().satisfies(letter -> {
                assertThat(letter.sobject()).isEqualTo("Lead");
                assertThat(letter.message()).isEqualTo("No, said the org");
                assertThat(letter.place()).startsWith("salesforce/lead.yaml:");
            });
            assertThat(due(database).standing(talk.key()).orElseThrow().appliedVersion())
                    .isEqualTo(3);
            crm.sent();
            deliver(database);
            assertThat(crm.sent())
                    .as("a refused record is not tried again as it is")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aConversationThatWasRefusedIsWrittenWithAllThatHangsUnderItOnceItIsTaken(Database database) {
        try (database) {
            crm.answers(ToldCrm::refused);
            receive(database, talk.says("visitor", 5, "m1", "Hello"), talk.closed(6));
            deliver(database);
            deliver(database);
            crm.answers(ToldCrm::written);
            crm.sent();

            receive(database, talk.event("chat.rating.given", 9, "r", "{'value':5,'scale':5}"));
            deliver(database);

            assertThat(crm.sent()).containsExactly(List.of(CONVERSATION, PART));
            assertThat(letters(database).count()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aMatchThatIsADuplicateItselfIsLeftToAPerson(Database database) {
        try (database) {
            crm.answers(write -> write.sobject().equals("Lead")
                    ? new WriteResult.Refused(
                            "DUPLICATES_DETECTED", "It is there", List.of(), List.of("00Q000000000001AAA"))
                    : ToldCrm.written(write));
            receive(database, identified(talk), talk.says("visitor", 5, "m1", "Hello"), talk.closed(6));
            for (int i = 0; i < 5; i++) {
                deliver(database);
            }

            assertThat(due(database).waiting()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aLockedRowComesAgainLater(Database database) {
        try (database) {
            crm.answers(write -> new WriteResult.Busy("UNABLE_TO_LOCK_ROW", "locked"));
            receive(database, talk.says("visitor", 5, "m1", "Hello"), talk.closed(6));
            deliver(database);
            assertThat(due(database).standing(talk.key()).orElseThrow()).satisfies(standing -> {
                assertThat(standing.dueAt()).isAfter(clock.instant());
                assertThat(standing.attempts()).isEqualTo(1);
                assertThat(standing.trouble()).contains("UNABLE_TO_LOCK_ROW");
            });

            crm.answers(ToldCrm::written);
            clock.add(Duration.ofSeconds(60));
            deliver(database);
            assertThat(due(database).standing(talk.key()).orElseThrow().appliedVersion())
                    .isEqualTo(2);
            assertThat(letters(database).count()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aWishAboutOnesDataIsLaidAsideOnceForEachTimeItIsSaid(Database database) {
        try (database) {
            receive(database, talk.event("chat.consent.changed", 1, "c1", "{'purpose':'mail','given':false}"));
            deliver(database);
            DeadLetter letter = letters(database).list().get(0);
            assertThat(letter.code()).isEqualTo("consent-not-carried-out");
            assertThat(outbox(database).waiting()).as("alerts").isEqualTo(1);
            letters(database).discard(letter.id());

            due(database).hurry(List.of(talk.key()));
            deliver(database);
            assertThat(letters(database).count()).as("done by hand").isZero();

            receive(database, talk.event("chat.consent.changed", 2, "c2", "{'purpose':'calls','given':false}"));
            deliver(database);
            assertThat(letters(database).count()).as("another wish").isEqualTo(1);
            assertThat(outbox(database).waiting()).as("alerts").isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aCallBackWithoutAWordIsWorthARecord(Database database) {
        try (database) {
            receive(database, talk.event("chat.callback.requested", 5, "b1", "{'phone':'+46701234567'}"));
            clock.add(Duration.ofSeconds(60));
            deliver(database);

            assertThat(crm.sent()).containsExactly(List.of("Lead", CONVERSATION));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void observingWritesNothing(Database database) {
        try (database) {
            mode = Mode.OBSERVE;
            receive(database, identified(talk), talk.says("visitor", 5, "m1", "Hello"), talk.closed(6));
            deliver(database);

            assertThat(crm.sent()).isEmpty();
            assertThat(due(database).standing(talk.key()).orElseThrow().trouble())
                    .isEqualTo("observed only");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whoIsNamedAfterwardsIsNoLongerLeftOut(Database database) {
        try (database) {
            anonymous = false;
            receive(database, talk.says("visitor", 5, "m1", "Hello"), talk.closed(6));
            deliver(database);
            assertThat(crm.sent()).isEmpty();

            receive(database, identified(talk));
            clock.add(Duration.ofSeconds(60));
            deliver(database);
            assertThat(crm.sent()).containsExactly(List.of("Lead", CONVERSATION, PART));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatAPersonLeftUndoneStaysSoWhateverIsSaidOrRepaired(Database database) {
        try (database) {
            crm.answers(
                    write -> write.sobject().equals(CONVERSATION) ? ToldCrm.refused(write) : ToldCrm.written(write));
            receive(database, talk.says("visitor", 5, "m1", "Hello"), talk.closed(6));
            deliver(database);
            letters(database).list().forEach(letter -> letters(database).discard(letter.id()));
            crm.answers(ToldCrm::written);
            crm.sent();

            receive(database, talk.event("chat.rating.given", 9, "r", "{'value':5,'scale':5}"));
            deliver(database);
            Directory directory =
                    new Directory(database.tx(), crm, clock, Duration.ofMinutes(10), MAPPINGS.fieldsBySobject());
            Planner planner = new Planner(
                    new Matcher(directory),
                    new Owners(crm, clock),
                    new Qualifier(new Readings(database.tx()), directory),
                    () -> MAPPINGS,
                    source -> mode,
                    true,
                    new RecordTypes(crm::describe),
                    directory);
            Reconciliation.Proof proof = new Reconciliation(due(database), planner, new Records(database.tx()), crm)
                    .prove(Instant.EPOCH, true);
            deliver(database);

            assertThat(proof.differences()).isEmpty();
            assertThat(crm.sent()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void filesThatAreTakenUpMeanwhileWaitForTheNextDelivery(Database database) {
        try (database) {
            Map<String, String> texts = MappingFolder.texts(Path.of("../mappings"));
            texts.merge("salesforce/lead.yaml", "# As of now.\n", (text, line) -> line + text);
            MappingSet news = MappingFiles.load(texts).orThrow();
            Iterator<MappingSet> saved = List.of(MAPPINGS).iterator();
            files = () -> saved.hasNext() ? saved.next() : news;
            receive(database, talk.says("visitor", 5, "m1", "Hello"), talk.closed(6));
            receive(
                    database,
                    other.says("visitor", 5, "m2", "Hello"),
                    other.event("chat.conversation.closed", 6, "end of the other", "{}"));
            List<String> versions = new ArrayList<>();
            Delivery delivery = delivery(database);
            delivery.watch(plans -> plans.forEach(plan -> versions.add(plan.mappings())));

            delivery.deliver();
            assertThat(versions).containsExactly(MAPPINGS.version(), MAPPINGS.version());

            due(database).hurry(List.of(talk.key()));
            delivery.deliver();
            assertThat(versions).hasSize(3).endsWith(news.version());
        }
    }
}
