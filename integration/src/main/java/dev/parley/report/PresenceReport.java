package dev.parley.report;

import dev.parley.conversation.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How agents talk with visitors, for coaching. Of a team only figures of five agents and more, of whom none wrote more
 * than half, and of whole weeks; of single agents for those alone who may see it. Nothing of it is kept, or stands on a
 * record in the CRM.
 */
public final class PresenceReport {

    /** Figures of fewer would be figures of persons. */
    static final int FEWEST_AGENTS = 5;

    private final Hearing hearing;

    /** Over the conversations of the store. */
    public PresenceReport(Hearing hearing) {
        this.hearing = hearing;
    }

    /**
     * Teams by the stage of the relationship.
     *
     * @param since the start of a week; what was said earlier is left out
     * @param until the start of the running week; what was said in it is left out too
     * @param complete false if there are more conversations than were looked at
     * @param rows the figures
     * @param withheld teams and stages whose figures would be those of single agents
     */
    public record Teams(Instant since, Instant until, boolean complete, List<Team> rows, List<Withheld> withheld) {}

    /**
     * A team's figures.
     *
     * @param team the department, else the source
     * @param stage as the CRM's picklist has it
     * @param agents how many wrote in these conversations
     * @param conversations how many that are
     */
    public record Team(String team, String stage, int agents, long conversations, Figures figures) {}

    /** Figures that are not shown, and why. */
    public record Withheld(String team, String stage, String why) {}

    /**
     * Single agents.
     *
     * @param since what was said earlier is left out
     * @param complete false if there are more conversations than were looked at
     * @param rows the figures
     */
    public record Agents(Instant since, boolean complete, List<Agent> rows) {}

    /**
     * An agent's figures.
     *
     * @param source the chat service in which they are known by this id
     * @param agent their id there
     * @param name shown name, or the id
     * @param conversations in which they wrote
     */
    public record Agent(String source, String agent, String name, long conversations, Figures figures) {}

    private record Cell(String team, String stage) {}

    private record Who(String source, String agent) {}

    /** Conversations, and what each of their agents did. */
    private static final class Crew {
        private long conversations;
        private final Map<Who, Work> works = new HashMap<>();
        private final Set<String> names = new HashSet<>();

        void add(Heard heard) {
            conversations++;
            Shift.of(heard.earlier(), heard.lines()).forEach((agent, work) -> {
                works.computeIfAbsent(new Who(heard.key().source(), agent), who -> new Work())
                        .add(work);
                names.add(heard.names().getOrDefault(agent, agent));
            });
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

        /** Null if the figures may be shown. */
        String whyNot() {
            if (agents() < FEWEST_AGENTS) {
                return "fewer than " + FEWEST_AGENTS + " agents";
            }
            long messages = all().messages;
            boolean ones = works.values().stream().anyMatch(work -> work.messages * 2 > messages);
            return ones ? "one agent wrote more than half of it" : null;
        }
    }

    /** What teams of five and more did in whole weeks: from that of this time to the last one before now. */
    public Teams teams(Instant since, Instant now) {
        Period weeks = Period.wholeWeeks(since, now);
        Map<Cell, Crew> crews = new TreeMap<>(Comparator.comparing(Cell::team).thenComparing(Cell::stage));
        boolean complete = hearing.each(weeks, Role.AGENT, heard -> crews.computeIfAbsent(
                        new Cell(heard.team(), heard.stage().get()), cell -> new Crew())
                .add(heard));
        List<Team> rows = new ArrayList<>();
        List<Withheld> withheld = new ArrayList<>();
        crews.forEach((cell, crew) -> {
            String whyNot = crew.whyNot();
            if (whyNot == null) {
                Figures figures = crew.all().figures();
                rows.add(new Team(cell.team(), cell.stage(), crew.agents(), crew.conversations, figures));
            } else {
                withheld.add(new Withheld(cell.team(), cell.stage(), whyNot));
            }
        });
        return new Teams(weeks.since(), weeks.until(), complete, rows, withheld);
    }

    /** What each agent does, by name: only for somebody who may see that. */
    public Agents agents(Instant since) {
        Crew crew = new Crew();
        Map<Who, String> names = new HashMap<>();
        boolean complete = hearing.each(Period.since(since), Role.AGENT, heard -> {
            crew.add(heard);
            heard.names().forEach((agent, name) -> names.put(new Who(heard.key().source(), agent), name));
        });
        List<Agent> rows = crew.works.entrySet().stream()
                .map(entry -> agent(entry.getKey(), names, entry.getValue()))
                .sorted(Comparator.comparing(Agent::name).thenComparing(Agent::source))
                .toList();
        return new Agents(since, complete, rows);
    }

    private static Agent agent(Who who, Map<Who, String> names, Work work) {
        String name = names.getOrDefault(who, who.agent());
        return new Agent(who.source(), who.agent(), name, work.conversations, work.figures());
    }
}
