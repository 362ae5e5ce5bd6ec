package dev.parley.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows one conversation, and notes what each of its agents did. */
final class Shift {

    /** What was said longer ago is not compared with. */
    private static final int MOST_REMEMBERED = 50;

    /** How often each took the word, while the other had it in between. */
    private record Turns(int ours, int theirs) {
        static final Turns NONE = new Turns(0, 0);

        /** The agent spoke, the visitor answered, and the agent answered that. */
        boolean areReciprocal() {
            return ours >= 2 && theirs >= 1;
        }
    }

    private final Map<String, Work> works = new HashMap<>();
    private final Map<String, Turns> turns = new HashMap<>();
    private final Deque<Set<String>> said = new ArrayDeque<>();
    private Instant waiting;
    private int asked;
    private String agent;
    private boolean visitorSpoke;

    private Shift() {}

    /** By agent; of the earlier lines nothing counts, but an answer or a repetition may refer to them. */
    static Map<String, Work> of(List<Line> earlier, List<Line> lines) {
        Shift shift = new Shift();
        earlier.forEach(shift::follow);
        shift.beginToCount();
        lines.forEach(shift::follow);
        return shift.end();
    }

    private void beginToCount() {
        works.clear();
        turns.clear();
        asked = 0;
        // The first word that an agent takes from here on is a turn, also of the one who had it.
        visitorSpoke = true;
    }

    private void follow(Line line) {
        switch (line.role()) {
            case VISITOR -> visitor(line);
            case AGENT -> agent(line);
            case BOT, PEER -> other(line);
            case SYSTEM -> {}
        }
    }

    private void visitor(Line line) {
        Set<String> words = Wording.of(line.text());
        waiting = waiting == null ? line.at() : waiting;
        asked += line.note().questions().size();
        if (agent != null) {
            Work work = work(agent);
            work.heard++;
            work.heardCharacters += line.text().length();
            work.repeated += said.stream().anyMatch(before -> Wording.alike(before, words)) ? 1 : 0;
            if (!visitorSpoke) {
                turns.merge(agent, new Turns(0, 1), Shift::sum);
            }
        }
        visitorSpoke = true;
        said.addLast(words);
        if (said.size() > MOST_REMEMBERED) {
            said.removeFirst();
        }
    }

    private void agent(Line line) {
        Work work = work(line.agent());
        if (visitorSpoke || !line.agent().equals(agent)) {
            turns.merge(line.agent(), new Turns(1, 0), Shift::sum);
        }
        agent = line.agent();
        visitorSpoke = false;
        work.messages++;
        work.canned += line.isCanned() ? 1 : 0;
        work.characters += line.text().length();
        line.note().presence().forEach(kind -> work.presence.merge(kind, 1L, Long::sum));
        if (waiting != null) {
            work.seconds.add(Math.max(0, Duration.between(waiting, line.at()).toSeconds()));
            waiting = null;
        }
        if (!line.note().putsOff()) {
            work.questions += asked;
            work.answered += asked;
            asked = 0;
        }
    }

    /** A bot or another customer: no agent need answer what they have answered. */
    private void other(Line line) {
        waiting = null;
        if (!line.note().putsOff()) {
            asked = 0;
        }
    }

    private Map<String, Work> end() {
        if (agent != null) {
            work(agent).questions += asked;
        }
        // Who wrote earlier only, and is still spoken to.
        works.values().removeIf(work -> work.messages == 0);
        works.forEach((name, work) -> {
            work.conversations = 1;
            work.reciprocal = turns.getOrDefault(name, Turns.NONE).areReciprocal() ? 1 : 0;
        });
        return works;
    }

    private Work work(String name) {
        return works.computeIfAbsent(name, first -> new Work());
    }

    private static Turns sum(Turns one, Turns other) {
        return new Turns(one.ours + other.ours, one.theirs + other.theirs);
    }
}
