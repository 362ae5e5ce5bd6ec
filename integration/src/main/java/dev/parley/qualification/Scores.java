package dev.parley.qualification;

import dev.parley.mapping.Qualification;
import dev.parley.qualification.Score.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds up what counts. The reasons' points always come to the score: what is cut off at either end is a reason too. */
final class Scores {

    private static final int MOST = 100;

    private final Qualification files;
    private final Conditions conditions;

    Scores(Qualification files, Conditions conditions) {
        this.files = files;
        this.conditions = conditions;
    }

    Score score() {
        List<Reason> reasons = new ArrayList<>();
        files.reasons().forEach(reason -> conditions
                .evidence(reason.when())
                .ifPresent(evidence -> reasons.add(new Reason(reason.name(), reason.points(), evidence))));
        int sum = reasons.stream().mapToInt(Reason::points).sum();
        Optional<Reason> disqualified = disqualified(sum);
        if (disqualified.isPresent()) {
            reasons.add(0, disqualified.get());
            return new Score(0, "X", reasons);
        }
        int points = Math.max(0, Math.min(MOST, sum));
        if (points != sum) {
            reasons.add(new Reason(
                    sum > MOST ? "more than 100 is not counted" : "less than 0 is not counted",
                    points - sum,
                    List.of()));
        }
        return new Score(points, grade(points), reasons);
    }

    private Optional<Reason> disqualified(int sum) {
        return files.disqualifiers().stream()
                .flatMap(rule -> conditions.evidence(rule.when()).stream()
                        .map(evidence -> new Reason("disqualified, " + rule.name(), -sum, evidence)))
                .findFirst();
    }

    private String grade(int points) {
        return files.grades().entrySet().stream()
                .filter(grade -> points >= grade.getValue())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("D");
    }
}
