package dev.parley.handoff;

import com.google.common.hash.Hashing;
import dev.parley.handoff.Staff.Candidate;
import dev.parley.mapping.Routing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who writes to the visitor of a conversation that was left. The choice depends on nothing but files and conversation. */
final class Writers {
    /** A week-end with a holiday: who is away longer is passed over if somebody else is there. */
    private static final Duration PATIENCE = Duration.ofDays(4);

    private static final String ESCALATION = "escalation";

    private final Rota rota;
    private final Staff staff;
    private final Case current;

    Writers(Rota rota, Case current) {
        this.rota = rota;
        this.staff = rota.staff();
        this.current = current;
    }

    /** @param step of the file by which they were found */
    record Writer(String step, Candidate candidate) {}

    /**
     * Who had taken it comes first, then the steps in their order. The first who can soon; else who can first; else who
     * is told of what nobody takes. Empty if there is nobody.
     *
     * @param steps owners and pools
     * @param said when the visitor was last heard
     */
    Optional<Writer> choose(List<String> steps, Instant said) {
        List<Writer> best = new ArrayList<>();
        taker().ifPresent(best::add);
        for (String step : steps) {
            best(step, said).ifPresent(best::add);
        }
        Optional<Writer> soon = best.stream()
                .filter(writer -> writer.candidate().nextMorning(said).isBefore(said.plus(PATIENCE)))
                .findFirst();
        return soon.or(() -> best.stream().min(morning(said))).or(this::escalation);
    }

    /** The seller with whom the visitor was talking, as long as the files and the CRM still know them. */
    private Optional<Writer> taker() {
        return Offers.of(current.conversation().conversation())
                .last()
                .filter(offer -> offer.state() == Offer.State.ACCEPTED && !isToldTheLeast(offer.pool()))
                .flatMap(offer -> staff.of(offer.pool(), current).stream()
                        .filter(one ->
                                one.seller().email().equals(offer.seller().email()))
                        .map(one -> new Writer(offer.pool(), one))
                        .findFirst());
    }

    /** They could not write to anybody. */
    private boolean isToldTheLeast(String step) {
        return rota.routing().pool(step).filter(Routing.Pool::least).isPresent();
    }

    private Optional<Writer> best(String step, Instant said) {
        if (isToldTheLeast(step)) {
            return Optional.empty();
        }
        List<Candidate> all = staff.of(step, current);
        List<Candidate> fluent =
                all.stream().filter(one -> one.speaks(current.language())).toList();
        return (fluent.isEmpty() ? all : fluent)
                .stream()
                        .map(candidate -> new Writer(step, candidate))
                        .min(morning(said).thenComparingDouble(this::turn));
    }

    private static Comparator<Writer> morning(Instant said) {
        return Comparator.comparing(writer -> writer.candidate().nextMorning(said));
    }

    /** Weighted rendezvous hashing: everybody gets the share of their weight, with nothing to remember. */
    private double turn(Writer writer) {
        long hash = Hashing.sha256()
                .newHasher()
                .putString(current.conversation().key().toString(), StandardCharsets.UTF_8)
                .putString(writer.candidate().seller().email(), StandardCharsets.UTF_8)
                .hash()
                .asLong();
        double uniform = ((hash >>> 11) + 0.5) / (1L << 53);
        return -Math.log(uniform) / writer.candidate().file().weight();
    }

    private Optional<Writer> escalation() {
        return Optional.ofNullable(rota.routing().escalation().mail())
                .map(mail -> new Writer(ESCALATION, staff.at(mail)));
    }
}
