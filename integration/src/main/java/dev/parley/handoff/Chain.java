package dev.parley.handoff;

import dev.parley.handoff.Staff.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is asked next: the first step of a rule in which somebody can be, and whose turn it is there. */
final class Chain {
    /** So many take part in one choice: who could have been chosen is written down with every offer. */
    private static final int MOST = 60;

    /** For a seller of whom it is not known when they become free. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private final Staff staff;
    private final Workload workload;
    private final Instant now;

    Chain(Staff staff, Workload workload, Instant now) {
        this.staff = staff;
        this.workload = workload;
        this.now = now;
    }

    /** What comes next. */
    sealed interface Next {}

    /**
     * Somebody is asked.
     *
     * @param step the step of the rule
     * @param among the shares of all who could have been
     */
    record Ask(String step, Candidate candidate, Map<String, Double> among) implements Next {}

    /** Somebody can be asked later; sooner if a seller passes another conversation on. */
    record Wait(Instant until) implements Next {}

    /** Nobody is left. */
    record Nobody() implements Next {}

    Next next(List<String> steps, Case conversation, Offers before) {
        Optional<Instant> soonest = Optional.empty();
        for (String step : steps) {
            List<Candidate> left = staff.of(step, conversation).stream()
                    .filter(candidate -> !before.asked(candidate.seller().email()))
                    .toList();
            List<Candidate> free = left.stream().filter(this::isFree).toList();
            if (!free.isEmpty()) {
                return ask(step, free, conversation.language());
            }
            soonest = Stream.concat(soonest.stream(), left.stream().map(this::freeAt))
                    .min(Comparator.naturalOrder());
        }
        return soonest.<Next>map(Wait::new).orElseGet(Nobody::new);
    }

    private boolean isFree(Candidate candidate) {
        return candidate.works(now) && !isFull(candidate);
    }

    private boolean isFull(Candidate candidate) {
        return workload.of(candidate.seller().email(), candidate.file().work().busy(), now)
                >= candidate.file().work().capacity();
    }

    private Instant freeAt(Candidate candidate) {
        return candidate.works(now)
                ? workload.freeAt(
                                candidate.seller().email(),
                                candidate.file().work().busy(),
                                now)
                        .orElse(now.plus(SOON))
                : candidate.nextWork(now);
    }

    private Ask ask(String step, List<Candidate> free, String language) {
        List<Candidate> fluent =
                free.stream().filter(candidate -> candidate.speaks(language)).toList();
        List<Candidate> some =
                (fluent.isEmpty() ? free : fluent).stream().limit(MOST).toList();
        // An owner is asked because of what they own: that takes no turn.
        Map<String, Double> among = some.stream()
                .filter(candidate -> !candidate.owner())
                .collect(Collectors.toMap(
                        candidate -> candidate.seller().email(),
                        candidate -> candidate.file().weight(),
                        (one, other) -> one,
                        TreeMap::new));
        String chosen = among.isEmpty() ? some.get(0).seller().email() : workload.choose(among);
        Candidate candidate = some.stream()
                .filter(one -> one.seller().email().equals(chosen))
                .findFirst()
                .orElseThrow();
        return new Ask(step, candidate, among);
    }
}
