package dev.parley.qualification;

import dev.parley.mapping.Qualification;
import dev.parley.mapping.Qualification.StageRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the relationship stage: what the CRM knows goes first, what is said comes second, and disagreement is shown. */
final class Stages {

    private record Held(String stage, List<Evidence> evidence) {}

    private Stages() {}

    static Stage of(Qualification files, List<Note> notes, Circumstances around) {
        List<StageRule> rules = files.stages();
        Conditions conditions = new Conditions(notes, around, files.certainty(), null, null);
        List<Held> crm = held(rules.stream().filter(rule -> !isTalk(rule)).toList(), conditions);
        List<Held> talk = held(rules.stream().filter(Stages::isTalk).toList(), conditions);
        Optional<Held> first = crm.stream().findFirst().or(() -> talk.stream().findFirst());
        String name = first.map(Held::stage).orElse(around.surelyNew() ? "new" : "unknown");
        List<Evidence> evidence = new ArrayList<>(first.map(Held::evidence)
                .orElseGet(() -> List.of(Evidence.ofCrm(
                        around.surelyNew()
                                ? "the CRM does not know the visitor"
                                : "neither the CRM nor the talk tells"))));
        evidence.addAll(others(name, talk));
        return new Stage(name, evidence);
    }

    private static boolean isTalk(StageRule rule) {
        return !rule.when().signals().isEmpty() || !rule.when().functions().isEmpty();
    }

    private static List<Held> held(List<StageRule> rules, Conditions conditions) {
        List<Held> held = new ArrayList<>();
        rules.forEach(rule ->
                conditions.evidence(rule.when()).ifPresent(evidence -> held.add(new Held(rule.stage(), evidence))));
        return held;
    }

    /** What the talk sounds like besides, once for each other stage. */
    private static List<Evidence> others(String name, List<Held> talk) {
        List<Evidence> others = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(name));
        for (Held held : talk) {
            Evidence said = held.evidence().get(0);
            if (seen.add(held.stage())) {
                others.add(new Evidence("but the talk sounds like a " + held.stage(), said.message(), said.quote()));
            }
        }
        return others;
    }
}
