package dev.parley.report;

import dev.parley.conversation.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How agents talk with visitors, for coaching. Of a team only figures of whole weeks, in each of which five agents
 * or more wrote, and none more than half; of single agents for those alone who may see it. Nothing of it is kept, or
 * stands on a record in the CRM.
 */
public final class PresenceReport {

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
     * @param rows the figures of teams and stages, of the weeks that may be shown
     * @param withheld the weeks that may not
     */
    public record Teams(Instant since, Instant until, boolean complete, List<Team> rows, List<Withheld> withheld) {}

    /**
     * A team's figures.
     *
     * @param team the department, else the source
     * @param stage as the CRM's picklist has it
     * @param agents how many wrote in the weeks that are shown
     * @param conversations in which they did
     */
    public record Team(String team, String stage, int agents, long conversations, Figures figures) {}

    /**
     * Weeks that no figure counts, since theirs would be those of single agents.
     *
     * @param team the department, else the source
     * @param stage as the CRM's picklist has it
     * @param weeks how many of those in which agents wrote
     * @param why the reason, in English
     */
    public record Withheld(String team, String stage, int weeks, String why) {}

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

    /** What teams of five and more did in whole weeks: from that of this time to the last one before now. */
    public Teams teams(Instant since, Instant now) {
        Period period = Period.wholeWeeks(since, now);
        Map<Cell, Weeks> cells = new TreeMap<>(Comparator.comparing(Cell::team).thenComparing(Cell::stage));
        boolean complete = hearing.each(period, Role.AGENT, heard -> cells.computeIfAbsent(
                        new Cell(heard.team(), heard.stage().get()), cell -> new Weeks())
                .add(heard));
        List<Team> rows = new ArrayList<>();
        List<Withheld> withheld = new ArrayList<>();
        cells.forEach((cell, weeks) -> {
            Crew shown = weeks.shown();
            if (shown.agents() > 0) {
                rows.add(team(cell, shown));
            }
            weeks.leftOut().forEach((why, count) -> withheld.add(new Withheld(cell.team(), cell.stage(), count, why)));
        });
        return new Teams(period.since(), period.until(), complete, rows, withheld);
    }

    private static Team team(Cell cell, Crew crew) {
        return new Team(
                cell.team(),
                cell.stage(),
                crew.agents(),
                crew.conversations(),
                crew.all().figures());
    }

    /** What each agent does, by name: only for somebody who may see that. */
    public Agents agents(Instant since) {
        Crew crew = new Crew();
        Map<Crew.Who, String> names = new HashMap<>();
        boolean complete = hearing.each(Period.since(since), Role.AGENT, heard -> {
            crew.add(heard);
            heard.names()
                    .forEach((agent, name) -> names.put(new Crew.Who(heard.key().source(), agent), name));
        });
        List<Agent> rows = crew.works().entrySet().stream()
                .map(entry -> agent(entry.getKey(), names, entry.getValue()))
                .sorted(Comparator.comparing(Agent::name).thenComparing(Agent::source))
                .toList();
        return new Agents(since, complete, rows);
    }

    private static Agent agent(Crew.Who who, Map<Crew.Who, String> names, Work work) {
        String name = names.getOrDefault(who, who.agent());
        return new Agent(who.source(), who.agent(), name, work.conversations, work.figures());
    }
}
