package dev.parley.report;

import dev.parley.conversation.ConversationKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Conversations, and what each of their agents did. */
final class Crew {

    /** Figures of fewer would be figures of persons. */
    private static final int FEWEST_AGENTS = 5;

    /** An agent, by the chat service and the id there. */
    record Who(String source, String agent) {}

    private final Set<ConversationKey> conversations = new HashSet<>();
    private final Map<Who, Work> works = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    void add(Heard heard) {
        conversations.add(heard.key());
        Shift.of(heard.earlier(), heard.lines()).forEach((agent, work) -> {
            add(new Who(heard.key().source(), agent), work);
            names.add(heard.names().getOrDefault(agent, agent));
        });
    }

    /** What others did, or the same ones at another time: a conversation that both had is one. */
    void add(Crew other) {
        conversations.addAll(other.conversations);
        other.works.forEach(this::add);
        names.addAll(other.names);
    }

    private void add(Who who, Work work) {
        works.computeIfAbsent(who, first -> new Work()).add(work);
    }

    int conversations() {
        return conversations.size();
    }

    Map<Who, Work> works() {
        return works;
    }

    Work all() {
        Work all = new Work();
        works.values().forEach(all::add);
        return all;
    }

    /** Who is known by one name in two services is one person. */
    int agents() {
        return Math.min(works.size(), names.size());
    }

    /** Empty if the figures may be shown. */
    Optional<String> whyNot() {
        if (agents() < FEWEST_AGENTS) {
            return Optional.of("fewer than " + FEWEST_AGENTS + " agents");
        }
        long messages = all().messages;
        return works.values().stream().anyMatch(work -> work.messages * 2 > messages)
                ? Optional.of("one agent wrote more than half of it")
                : Optional.empty();
    }
}
