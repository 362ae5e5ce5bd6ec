package dev.parley.delivery;

import dev.parley.crm.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts records after those that they refer to, all of one object type together. */
final class Dependencies {

    private final Map<String, List<PlannedWrite>> byType = new LinkedHashMap<>();
    private final Map<String, Set<String>> needs = new LinkedHashMap<>();
    private final Set<String> placed = new LinkedHashSet<>();

    private Dependencies() {}

    static List<PlannedWrite> ordered(List<PlannedWrite> writes) {
        Dependencies all = new Dependencies();
        writes.forEach(all::add);
        all.byType.keySet().forEach(type -> all.place(type, new LinkedHashSet<>()));
        List<PlannedWrite> ordered = new ArrayList<>();
        all.placed.forEach(type -> ordered.addAll(all.byType.getOrDefault(type, List.of())));
        return ordered;
    }

    private void add(PlannedWrite write) {
        String type = write.desired().sobject();
        byType.computeIfAbsent(type, t -> new ArrayList<>()).add(write);
        Set<String> needed = needs.computeIfAbsent(type, t -> new LinkedHashSet<>());
        Difference.references(write.difference().fields()).values().stream()
                .map(Reference::sobject)
                .forEach(needed::add);
    }

    /** Types that need each other in a circle come in the order of the files. */
    private void place(String type, Set<String> above) {
        if (above.add(type)) {
            needs.getOrDefault(type, Set.of()).forEach(needed -> place(needed, above));
            placed.add(type);
        }
    }
}
