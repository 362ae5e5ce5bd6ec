package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Audience;
import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.Contexts;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.MeetingClues;
import dev.parley.conversation.OwnEvents;
import dev.parley.conversation.OwnEvents.Numbered;
import dev.parley.conversation.Readings;
import dev.parley.conversation.Talk;
import dev.parley.identity.Directory;
import dev.parley.identity.Matcher;
import dev.parley.identity.Owners;
import dev.parley.mapping.RecordTypes;
import dev.parley.qualification.Qualifier;
import dev.parley.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent at the desk is told who the visitor is: when it is known, when it changes, and not a time more. */
class ContextEventsTest extends DeliveryStage {

    private static final MeetingClues BY_ADDRESS =
            new MeetingClues(token -> Optional.empty(), Optional::of, Duration.ofDays(30));

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatIsKnownIsToldOnceHoweverOftenTheConversationIsLookedAt(Database database) {
        try (database) {
            hear(database, identified(talk), talk.says("visitor", 5, "m1", "What does a licence cost for 200 seats?"));
            told(database);

            List<Numbered> heard = heard(database);
            assertThat(heard).singleElement().satisfies(one -> {
                assertThat(one.event().type()).isEqualTo("crm.context.changed");
                assertThat(one.event().subject()).isEqualTo("c1");
                assertThat(one.event().data().path("stage").asText()).isNotEmpty();
                assertThat(one.event().data().path("functions").toString()).contains("information-request");
            });
            for (int i = 0; i < 3; i++) {
                clock.add(Duration.ofHours(1));
                due(database).hurry(List.of(talk.key()));
                told(database);
            }
            assertThat(heard(database)).isEqualTo(heard);
            assertThat(due(database).waiting()).as("no reason to look again").isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatChangesIsToldAgainAndWhatChangesBackToo(Database database) {
        try (database) {
            ObjectNode first = context("New");
            ObjectNode second = context("Prospect");
            hear(database, talk.says("visitor", 5, "m1", "Hello"));
            Conversations store = store(database);

            for (ObjectNode data : List.of(first, first, second, second, first)) {
                store.receive(List.of(changed(data)));
            }

            assertThat(heard(database))
                    .extracting(one -> one.event().data().path("stage").asText())
                    .containsExactly("New", "Prospect", "New");
            assertThat(due(database).standing(talk.key()).orElseThrow().version())
                    .as("it is no event of the conversation's own")
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatTheSameAddressSaidBeforeIsToldSoThatNobodyRepeatsThemselves(Database database) {
        try (database) {
            hear(database, identified(talk), talk.says("visitor", 5, "m1", "Does it run on Linux?"), talk.closed(9));
            told(database);
            ChatEvent again = other.event(
                    "chat.visitor.identified", 60, "i2", "{'visitor':{'email':'ann@one.example','name':'Ann Berg'}}");
            hear(database, again, other.says("visitor", 61, "m2", "And on Windows?"), other.closed(70));
            told(database);

            List<Numbered> heard = heard(database);
            assertThat(heard.get(0).event().data().has("earlier")).isFalse();
            Numbered last = heard.get(heard.size() - 1);
            assertThat(last.event().subject()).isEqualTo("c2");
            assertThat(last.event().data().path("earlier")).singleElement().satisfies(before -> {
                assertThat(before.path("conversation").asText()).isEqualTo("c1");
                assertThat(before.path("endedAt").asText())
                        .isEqualTo(Talk.NOON.plusSeconds(9).toString());
                assertThat(before.path("summary").asText()).contains("Linux");
            });
        }
    }

    private void hear(Database database, ChatEvent... events) {
        store(database).receive(List.of(events));
        clock.add(Duration.ofMinutes(1));
    }

    /** Delivers with somebody who tells the desk. */
    private void told(Database database) {
        Directory directory =
                new Directory(database.tx(), crm, clock, Duration.ofMinutes(10), MAPPINGS.fieldsBySobject());
        Owners owners = new Owners(crm, clock);
        Planner planner = new Planner(
                new Matcher(directory),
                owners,
                new Qualifier(new Readings(database.tx()), directory),
                () -> MAPPINGS,
                source -> mode,
                anonymous,
                new RecordTypes(crm::describe),
                directory);
        Delivery delivery = delivery(database);
        delivery.watch(new ContextEvents(
                new Contexts(database.tx()),
                due(database),
                planner,
                owners,
                store(database),
                clock,
                "https://org.example"));
        delivery.deliver();
    }

    private ChatEvent changed(ObjectNode data) {
        return talk.event(
                "crm.context.changed",
                20,
                "x-" + java.util.UUID.randomUUID(),
                data.toString().replace('"', '\''));
    }

    private static ObjectNode context(String stage) {
        return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .put("stage", stage);
    }

    private Conversations store(Database database) {
        return new Conversations(database.tx(), clock, DUE, Duration.ofHours(24), BY_ADDRESS);
    }

    private static List<Numbered> heard(Database database) {
        return new OwnEvents(database.tx()).waiting(0, Audience.ALL, 100);
    }
}
