package dev.parley.report;

import dev.parley.conversation.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a team did week by week. A week counts only if its figures may be shown by themselves: the difference of two
 * reports is made of weeks, and so shows nothing that one of them may not.
 */
final class Weeks {

    private final Map<Instant, Crew> crews = new HashMap<>();

    /** Counts in each week in which an agent wrote. */
    void add(Heard heard) {
        heard.weeks().forEach((week, part) -> {
            if (part.has(Role.AGENT)) {
                crews.computeIfAbsent(week, first -> new Crew()).add(part);
            }
        });
    }

    /** All weeks that may be shown; without agents if none may. */
    Crew shown() {
        Crew shown = new Crew();
        crews.values().stream().filter(week -> week.whyNot().isEmpty()).forEach(shown::add);
        return shown;
    }

    /** How many weeks are not, by the reason. */
    Map<String, Integer> leftOut() {
        Map<String, Integer> leftOut = new TreeMap<>();
        crews.values().forEach(week -> week.whyNot().ifPresent(why -> leftOut.merge(why, 1, Integer::sum)));
        return leftOut;
    }
}
