package dev.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Author;
import dev.parley.conversation.Latest;
import dev.parley.conversation.Message;
import dev.parley.conversation.MessageState;
import dev.parley.conversation.Position;
import dev.parley.conversation.Role;
import dev.parley.qualification.Note;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is counted of agents as a talk goes on. */
class ShiftTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final List<Line> lines = new ArrayList<>();

    @Test
    void theWaitGoesFromTheFirstUnansweredMessageToTheAnswer() {
        visitor(0, "Hello");
        visitor(10, "Is anybody there?");
        agent("ann", 40, "Yes.");
        agent("ann", 100, "What can I do?");
        visitor(110, "Thanks.");
        agent("bea", 115, "I take over.");

        Map<String, Work> works = Shift.of(List.of(), lines);
        assertThat(works.get("ann").seconds).containsExactly(40L);
        assertThat(works.get("bea").seconds).containsExactly(5L);
    }

    @Test
    void whatTheBotAnsweredNoAgentIsWaitedFor() {
        visitor(0, "When do you open?");
        say(Role.BOT, "bot", 1, "At nine.", null);
        agent("ann", 500, "Good morning, is there more?");

        Work work = Shift.of(List.of(), lines).get("ann");
        assertThat(work.seconds).isEmpty();
        assertThat(work.questions).isZero();
    }

    @Test
    void aQuestionThatIsLeftOpenIsTheLastAgents() {
        visitor(0, "Does it float?");
        agent("ann", 10, "It does.");
        visitor(20, "Does it sink?");

        Figures figures = Shift.of(List.of(), lines).get("ann").figures();
        assertThat(figures.answered()).isEqualTo(0.5);
        assertThat(figures.reciprocal()).as("the agent never came back").isZero();
    }

    @Test
    void whoMustSayItAgainIsCounted() {
        visitor(0, "My pump leaks oil at the seal");
        agent("ann", 10, "Have a look at our pages.");
        visitor(20, "As I said, my pump leaks oil at the seal");
        visitor(25, "ok then");

        Figures figures = Shift.of(List.of(), lines).get("ann").figures();
        assertThat(figures.repeated()).isEqualTo(0.5);
    }

    @Test
    void inScriptsWithoutSpacesToo() {
        visitor(0, "我的水泵一直在漏油怎么办");
        agent("ann", 10, "请看我们的网页");
        visitor(20, "我的水泵一直在漏油");

        assertThat(Shift.of(List.of(), lines).get("ann").repeated).isEqualTo(1);
    }

    @Test
    void aTalkGoesBothWaysOnceTheAgentAnswersAnAnswer() {
        visitor(0, "Hello");
        agent("ann", 5, "Hello, which pump is it?");
        visitor(9, "The small one");
        agent("ann", 12, "That one has a new seal.", "canned-7");

        Figures figures = Shift.of(List.of(), lines).get("ann").figures();
        assertThat(figures.reciprocal()).isEqualTo(1);
        assertThat(figures.canned()).isEqualTo(0.5);
        assertThat(figures.ours()).isBetween(0.7, 0.8);
    }

    @Test
    void ofWhatWasSaidEarlierNothingCountsButItIsRemembered() {
        visitor(0, "Why does my pump leak oil at the seal?");
        agent("bea", 10, "Which one is it?");
        visitor(20, "The small one");
        agent("ann", 30, "It has a seal.");
        visitor(40, "Where is it?");
        List<Line> earlier = List.copyOf(lines);
        lines.clear();
        visitor(50, "I ask why my pump does leak oil at the seal");
        agent("ann", 60, "I send you one.");

        Map<String, Work> works = Shift.of(earlier, lines);

        assertThat(works).containsOnlyKeys("ann");
        Work ann = works.get("ann");
        assertThat(ann.messages).isEqualTo(1);
        assertThat(ann.heard).isEqualTo(1);
        assertThat(ann.repeated).as("what was said before the time").isEqualTo(1);
        assertThat(ann.seconds).as("since the first message without an answer").containsExactly(20L);
        assertThat(ann.questions).isZero();
        assertThat(ann.reciprocal).as("that was earlier").isZero();
    }

    @Test
    void whoWroteEarlierOnlyHasNoPartInIt() {
        agent("ann", 0, "What else?");
        List<Line> earlier = List.copyOf(lines);
        lines.clear();
        visitor(50, "Does it float?");

        assertThat(Shift.of(earlier, lines)).isEmpty();
    }

    @Test
    void withoutAgentsThereIsNothingToCount() {
        visitor(0, "Hello");
        say(Role.BOT, "bot", 1, "Hello!", null);

        assertThat(Shift.of(List.of(), lines)).isEmpty();
        assertThat(new Work().figures().medianSeconds()).isNull();
        assertThat(new Work().figures().canned()).isNull();
    }

    private void visitor(int second, String text) {
        say(Role.VISITOR, "v", second, text, null);
    }

    private void agent(String id, int second, String text) {
        agent(id, second, text, null);
    }

    private void agent(String id, int second, String text, String canned) {
        say(Role.AGENT, id, second, text, canned);
    }

    private void say(Role role, String id, int second, String text, String canned) {
        String message = "m" + lines.size();
        Position at = new Position(NOON.plusSeconds(second), "", message);
        Message post = new Message(message, new Author(role, id, null), text, null, false, canned, null, null, null);
        List<String> questions = role == Role.VISITOR && text.endsWith("?") ? List.of(text) : List.of();
        Note note = new Note(message, role, at.time(), "en", null, null, null, null, null, questions, text, null);
        lines.add(new Line(new MessageState(message, at, post, new Latest<>(at, text), false, false), note));
    }
}
