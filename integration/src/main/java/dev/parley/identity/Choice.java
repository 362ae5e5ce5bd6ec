package dev.parley.identity;

import dev.parley.mapping.IdentityPolicy.Several;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of several records that fit equally is meant: by policy, never by chance. */
final class Choice {

    private static final Comparator<Known> LATEST_FIRST =
            Comparator.comparing(Known::stamp).reversed().thenComparing(Known::id);

    /** Without the day on which a record was made, by its id: Salesforce counts them up. */
    private static final Comparator<Known> OLDEST_FIRST = Comparator.comparing((Known record) ->
                    Optional.ofNullable(record.text("CreatedDate")).orElse("9999"))
            .thenComparing(Known::id);

    private final Directory directory;
    private final Several policy;
    private final Set<String> users;

    /** @param users Salesforce ids of the users who take part in the conversation */
    Choice(Directory directory, Several policy, Set<String> users) {
        this.directory = directory;
        this.policy = policy;
        this.users = users;
    }

    /**
     * A record and how it was chosen.
     *
     * @param sure whether the policy decided; if not, a person shall
     */
    record Chosen(Known record, boolean sure) {}

    /**
     * The record that the policy means, else the likeliest, for a person to look at; the others become links.
     *
     * @param candidates at least one, all of one object type
     */
    Chosen of(List<Known> candidates, Findings findings) {
        if (candidates.size() == 1) {
            return new Chosen(candidates.get(0), true);
        }
        Optional<Known> meant = byPolicy(candidates, findings);
        Known chosen = meant.orElseGet(() -> likeliest(candidates, findings));
        candidates.stream()
                .filter(other -> !other.id().equals(chosen.id()))
                .forEach(other -> findings.link(other, null, Confidence.RUNNER_UP));
        return new Chosen(chosen, meant.isPresent());
    }

    private Optional<Known> byPolicy(List<Known> candidates, Findings findings) {
        Optional<Known> meant =
                switch (policy) {
                    case OLDEST -> candidates.stream().min(OLDEST_FIRST);
                    case LATEST -> candidates.stream().min(LATEST_FIRST);
                    case OWNER -> only(candidates.stream()
                            .filter(record -> users.contains(String.valueOf(record.text("OwnerId"))))
                            .toList());
                    case REVIEW -> Optional.empty();
                };
        meant.ifPresent(record -> findings.found("%s; %s is taken: %s"
                .formatted(
                        several(candidates),
                        record.id(),
                        switch (policy) {
                            case OLDEST -> "it was made first";
                            case LATEST -> "changed most recently";
                            default -> "its owner takes part";
                        })));
        return meant;
    }

    /** The only one whose account has an open opportunity, else the last changed, else the one with the smallest id. */
    private Known likeliest(List<Known> candidates, Findings findings) {
        List<Known> selling =
                candidates.stream().filter(this::accountHasOpenOpportunity).toList();
        Known chosen = only(selling)
                .orElseGet(() -> candidates.stream().min(LATEST_FIRST).orElseThrow());
        findings.review(
                "%s; %s is taken: %s".formatted(several(candidates), chosen.id(), reason(chosen, selling, candidates)));
        return chosen;
    }

    private static Optional<Known> only(List<Known> records) {
        return records.size() == 1 ? Optional.of(records.get(0)) : Optional.empty();
    }

    private static String several(List<Known> candidates) {
        return "%d records of %s have this e-mail"
                .formatted(candidates.size(), candidates.get(0).sobject());
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
