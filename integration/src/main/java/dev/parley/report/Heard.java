package dev.parley.report;

import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A conversation as reports look at it.
 *
 * @param key its source and id
 * @param team who answers there: the department that the chat service named, else the source
 * @param stage tells how the company stands to the visitor, as the CRM's picklist has it: that takes a whole dossier
 * @param earlier its messages from before the time that is looked at: nothing of them counts, but what came later may
 *     refer to them
 * @param lines its messages that count
 * @param names shown names of its agents, by their ids
 */
record Heard(
        ConversationKey key,
        String team,
        Supplier<String> stage,
        List<Line> earlier,
        List<Line> lines,
        Map<String, String> names) {

    /** By the starts of its weeks, each as if that alone were looked at: what was said before is earlier to it. */
    Map<Instant, Heard> weeks() {
        Map<Instant, List<Line>> said = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> Period.startOfWeek(line.at()), TreeMap::new, Collectors.toUnmodifiableList()));
        Map<Instant, Heard> weeks = new TreeMap<>();
        List<Line> before = new ArrayList<>(earlier);
        said.forEach((week, then) -> {
            weeks.put(week, new Heard(key, team, stage, List.copyOf(before), then, names));
            before.addAll(then);
        });
        return weeks;
    }

    boolean has(Role role) {
        return lines.stream().anyMatch(line -> line.role() == role);
    }
}
