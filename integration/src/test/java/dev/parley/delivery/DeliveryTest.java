package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.DueRule;
import dev.parley.conversation.Talk;
import dev.parley.crm.CrmException;
import dev.parley.crm.WriteResult;
import dev.parley.identity.Directory;
import dev.parley.identity.Matcher;
import dev.parley.identity.Owners;
import dev.parley.mail.Alerts;
import dev.parley.mail.Outbox;
import dev.parley.mail.Redelivery;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.store.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From conversations that are due to what the CRM is sent, and what is remembered of its answers. */
class DeliveryTest {

    private static final MappingSet MAPPINGS =
            MappingFiles.load(Path.of("../mappings")).orThrow();
    private static final DueRule DUE =
            new DueRule(Duration.ofSeconds(10), Duration.ofSeconds(30), false, Duration.ofMinutes(10));
    private static final String CONVERSATION = "Chat_Conversation__c";
    private static final String PART = "Chat_Transcript_Part__c";

    private final ToldCrm crm = new ToldCrm();
    private final Talk talk = new Talk("web", "c1");
    private final Talk other = new Talk("web", "c2");
    private Instant now = Talk.NOON.plusSeconds(600);
    private Mode mode = Mode.CREATE;
    private boolean anonymous = true;

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
                assertThat(standing.dueAt()).isAfter(now);
                assertThat(standing.attempts()).isEqualTo(1);
                assertThat(standing.trouble()).contains("UNABLE_TO_LOCK_ROW");
            });

            crm.answers(ToldCrm::written);
            now = now.plusSeconds(60);
            deliver(database);
            assertThat(due(database).standing(talk.key()).orElseThrow().appliedVersion())
                    .isEqualTo(2);
            assertThat(letters(database).count()).isZero();
        }
    }

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
            now = now.plusSeconds(60);
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
            now = now.plusSeconds(1);
            delivery.deliver();
            assertThat(crm.sent()).hasSize(1);
            assertThat(due(database).waiting()).isZero();
            assertThat(delivery.trouble()).isEmpty();
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
            now = now.plusSeconds(60);
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
            now = now.plusSeconds(60);
            deliver(database);
            assertThat(crm.sent()).containsExactly(List.of("Lead", CONVERSATION, PART));
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
            now = now.plusSeconds(1200);
            deliver(database);

            assertThat(due(database).waiting()).isZero();
        }
    }

    private static String line(String file, String field) {
        try {
            List<String> lines = Files.readAllLines(Path.of("../mappings/salesforce", file));
            int line = 1;
            while (!lines.get(line - 1).startsWith("  " + field + ":")) {
                line++;
            }
            return "salesforce/" + file + ":" + line + ":3";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
                    new Directory(database.tx(), crm, clock(), Duration.ofMinutes(10), MAPPINGS.fieldsBySobject());
            Planner planner = new Planner(
                    new Matcher(directory, Set.of()), new Owners(crm, clock()), () -> MAPPINGS, source -> mode, true);
            Reconciliation.Proof proof = new Reconciliation(due(database), planner, new Records(database.tx()), crm)
                    .prove(Instant.EPOCH, true);
            deliver(database);

            assertThat(proof.differences()).isEmpty();
            assertThat(crm.sent()).isEmpty();
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

    private static ChatEvent identified(Talk talk) {
        return talk.event(
                "chat.visitor.identified", 1, "i1", "{'visitor':{'email':'ann@one.example','name':'Ann Berg'}}");
    }

    private static String message() {
        return "{'id':'m','author':{'role':'visitor'},'text':'Hello'}";
    }

    private void receive(Database database, ChatEvent... events) {
        new Conversations(database.tx(), clock(), DUE, Duration.ofHours(24)).receive(List.of(events));
    }

    private void deliver(Database database) {
        delivery(database).deliver();
    }

    private Delivery delivery(Database database) {
        Directory directory =
                new Directory(database.tx(), crm, clock(), Duration.ofMinutes(10), MAPPINGS.fieldsBySobject());
        Planner planner = new Planner(
                new Matcher(directory, Set.of()), new Owners(crm, clock()), () -> MAPPINGS, source -> mode, anonymous);
        return new Delivery(
                crm,
                new BoundOrg(database.tx(), crm, clock()),
                due(database),
                directory,
                planner,
                new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(15), new Random(1)),
                database.tx(),
                clock(),
                new Alerts(outbox(database), "ops@one.example", new SimpleMeterRegistry()),
                new Delivery.Settings(true, 200, Duration.ZERO));
    }

    private Outbox outbox(Database database) {
        return new Outbox(database.tx(), clock(), Redelivery.SIX_HOURS);
    }

    private DueConversations due(Database database) {
        return new DueConversations(database.tx(), clock(), DUE, Duration.ofMinutes(5), false);
    }

    private DeadLetters letters(Database database) {
        return new DeadLetters(database.tx(), due(database));
    }

    /** Goes with {@code now}. */
    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("this clock is for instants");
            }
        };
    }
}
