package dev.parley.identity;

import java.util.Comparator;
import java.util.List;

/** One policy for several records that fit equally: never by chance, and always for a person to look at. */
final class Choice {

    private static final Comparator<Known> LATEST_FIRST =
            Comparator.comparing(Known::stamp).reversed().thenComparing(Known::id);

    private final Directory directory;

    Choice(Directory directory) {
        this.directory = directory;
    }

    /**
     * The record whose account alone has an open opportunity, else the one that was changed most recently, else the
     * one with the smallest id; the others become links.
     *
     * @param candidates at least one, all of one object type
     */
    Known of(List<Known> candidates, Findings findings) {
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        List<Known> selling =
                candidates.stream().filter(this::accountHasOpenOpportunity).toList();
        Known chosen = selling.size() == 1
                ? selling.get(0)
                : candidates.stream().min(LATEST_FIRST).orElseThrow();
        findings.review("%d records of %s have this e-mail; %s is taken: %s"
                .formatted(candidates.size(), chosen.sobject(), chosen.id(), reason(chosen, selling, candidates)));
        candidates.stream()
                .filter(other -> !other.id().equals(chosen.id()))
                .forEach(other -> findings.link(other, null, Confidence.RUNNER_UP));
        return chosen;
    }

    private boolean accountHasOpenOpportunity(Known person) {
        return !directory.find(By.OPEN_OPPORTUNITY, person.text("AccountId")).isEmpty();
    }

    private static String reason(Known chosen, List<Known> selling, List<Known> candidates) {
        if (selling.size() == 1) {
            return "only its account has an open opportunity";
        }
        boolean tie = candidates.stream()
                .anyMatch(other ->
                        other.stamp().equals(chosen.stamp()) && !other.id().equals(chosen.id()));
        return tie ? "the smallest id, since nothing else tells them apart" : "changed most recently";
    }
}
