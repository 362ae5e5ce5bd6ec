package dev.parley.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.DueRule;
import dev.parley.conversation.Readings;
import dev.parley.conversation.Talk;
import dev.parley.delivery.ToldCrm;
import dev.parley.identity.Directory;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is meant counts once a conversation has ended; while it goes on, words must do. */
class AfterwardsTest {

    private static final MappingSet FILES =
            MappingFiles.load(Path.of("../mappings")).orThrow();
    private static final DueRule AT_ONCE = new DueRule(Duration.ZERO, Duration.ZERO, true, Duration.ZERO);
    private static final Clock CLOCK = Clock.fixed(Talk.NOON.plusSeconds(600), ZoneOffset.UTC);

    /** Its words leave open what it is for. */
    private static final String VEILED = "The lid of the boiler will not shut and a red lamp blinks.";

    private final Database database = Stores.h2();
    private final Talk talk = new Talk("web", "c1");
    private final DueConversations due =
            new DueConversations(database.tx(), CLOCK, AT_ONCE, Duration.ofMinutes(5), false);
    private final Qualifier qualifier = new Qualifier(
            new Readings(database.tx()),
            new Directory(database.tx(), new ToldCrm(), CLOCK, Duration.ofMinutes(10), Map.of()));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsMeantCountsWhenItHasEndedAndStaysWhenItGoesOn() {
        receive(talk.says("visitor", 1, "m1", VEILED));
        assertThat(functions()).as("while they talk").isNotEqualTo(List.of("problem-solving"));

        receive(talk.event("chat.conversation.closed", 2, "x1", "{'reason':'visitor-left'}"));
        assertThat(functions()).as("afterwards").isEqualTo(List.of("problem-solving"));

        receive(talk.says("visitor", 3, "m2", "Hello again"));
        assertThat(functions()).as("when they go on").isEqualTo(List.of("problem-solving"));
    }

    @Test
    void eachJudgementNamesTheRuleOrThePhraseThatItRestsOn() {
        receive(talk.says("visitor", 1, "m1", "I want to talk to a human being please"));
        assertThat(notes().get(0).uses().get(0).because()).contains("a rule, functions/en.yaml:");
    }

    private void receive(ChatEvent... events) {
        new Conversations(database.tx(), CLOCK, AT_ONCE, Duration.ofHours(24)).receive(List.of(events));
    }

    private List<Note> notes() {
        return qualifier.notes(due.look(List.of(talk.key())).get(0), FILES);
    }

    /** Of the first message. */
    private List<String> functions() {
        return notes().get(0).uses().stream().map(Use::function).toList();
    }
}
