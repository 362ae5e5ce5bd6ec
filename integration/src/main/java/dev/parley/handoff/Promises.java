package dev.parley.handoff;

import com.google.common.base.Suppliers;
import dev.parley.conversation.DueOffers;
import dev.parley.conversation.DueOffers.Due;
import dev.parley.conversation.Facts;
import dev.parley.conversation.Waits;
import dev.parley.hours.WorkingHours;
import dev.parley.mapping.Routing.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether what visitors were promised is kept: a promise is broken at the moment by which somebody should have answered,
 * and once somebody has it is known by how much.
 */
final class Promises {
    private static final String FIRST_RESPONSE = "firstResponse";
    private static final String WAITING = "waiting";
    private static final String ACCEPT = "accept";

    private final Rota rota;
    private final DueOffers store;
    private final Due conversation;
    private final Case current;
    private final Offers made;
    private final Instant now;
    private final Map<String, Breach> before;
    private final Supplier<CutOff> cutOff;

    Promises(Rota rota, DueOffers store, Due conversation, Case current, Offers made, Instant now) {
        this.rota = rota;
        this.store = store;
        this.conversation = conversation;
        this.current = current;
        this.made = made;
        this.now = now;
        this.before = Breach.of(conversation.conversation()).stream()
                .collect(Collectors.toMap(Breach::kind, Function.identity()));
        this.cutOff = Suppliers.memoize(
                () -> new CutOff(store, conversation, current, rota.routing().leftAfter(), now));
    }

    /**
     * Somebody who waits for something that was promised, or did.
     *
     * @param ended when it ended, or null
     */
    private record Wait(String kind, Duration within, Instant since, Instant ended) {}

    /** What was broken ends, whatever the file promises by now; only then it is looked at what it promises. */
    Move next() {
        if (current.conversation().conversation().saidAt(Facts.ERASURE) != null) {
            return new Move.Rest();
        }
        List<Move> open = before.values().stream()
                .filter(Breach::isOpen)
                .map(this::ended)
                .filter(Objects::nonNull)
                .toList();
        return written(open).orElseGet(() -> watched(open));
    }

    private Move watched(List<Move> open) {
        List<Move> moves = Stream.concat(
                        open.stream(), rota.promise(current).stream().flatMap(this::watched))
                .toList();
        return written(moves)
                .or(() -> moves.stream().min((one, other) -> at(one).compareTo(at(other))))
                .orElseGet(Move.Rest::new);
    }

    private Stream<Move> watched(Promise promise) {
        WorkingHours hours = rota.hours(promise.hours());
        return waits(promise).map(wait -> broken(promise, hours, wait)).filter(Objects::nonNull);
    }

    private static Optional<Move> written(List<Move> moves) {
        return moves.stream().filter(Move.Write.class::isInstance).findFirst();
    }

    private static Instant at(Move move) {
        return ((Move.Look) move).at();
    }

    /** Null while they still wait and something will be heard when they do not. */
    private Move ended(Breach open) {
        Instant end = orOver(
                open.kind().equals(ACCEPT)
                        ? taken()
                        : store.answer(conversation, open.since()).orElse(null),
                open.since());
        if (end == null) {
            return current.isCutOff() ? new Move.Look(cutOff.get().nextLook()) : null;
        }
        return write(open.endedAfter(rota.formerHours(open.hours()).workingTimeBetween(open.since(), end)));
    }

    /** Nobody waits any more once the chat is over, but who was cut off is still owed an answer for a time. */
    private Instant orOver(Instant end, Instant since) {
        Instant over = since == null ? null : over(since);
        return over != null && (end == null || over.isBefore(end)) ? over : end;
    }

    private Instant over(Instant since) {
        if (current.isCutOff()) {
            return cutOff.get().over(since);
        }
        Instant closed = current.closed();
        return closed == null || closed.isBefore(since) ? null : closed;
    }

    /** Null if it was kept. What is known to be broken is not told again. */
    private Move broken(Promise promise, WorkingHours hours, Wait wait) {
        Breach known = before.get(wait.kind());
        Instant end = hours.plus(wait.since(), wait.within());
        boolean kept = wait.ended() != null && !wait.ended().isAfter(end);
        if (kept || (known != null && !wait.since().isAfter(known.since()))) {
            return null;
        }
        if (now.isBefore(end)) {
            return new Move.Look(end);
        }
        Breach breach = new Breach(wait.kind(), promise.name(), promise.hours(), wait.within(), wait.since(), null);
        return write(
                wait.ended() == null
                        ? breach
                        : breach.endedAfter(hours.workingTimeBetween(wait.since(), wait.ended())));
    }

    private Stream<Wait> waits(Promise promise) {
        Waits waits = store.waits(conversation, current.courtesies());
        // Nobody waits for one more answer once the chat is over.
        boolean goesOn = waits.answered() != null && current.closed() == null;
        Instant offered = made.first().map(Offer::at).orElse(null);
        Stream<Wait> all = Stream.of(
                new Wait(
                        FIRST_RESPONSE,
                        promise.firstResponse(),
                        waits.first(),
                        orOver(waits.answered(), waits.first())),
                new Wait(WAITING, promise.waiting(), goesOn ? waits.open() : null, null),
                new Wait(ACCEPT, promise.accept(), offered, orOver(taken(), offered)));
        return all.filter(wait -> wait.within() != null && wait.since() != null);
    }

    /** When a seller took it, or null. */
    private Instant taken() {
        return made.last()
                .filter(offer -> offer.state() == Offer.State.ACCEPTED)
                .map(Offer::answeredAt)
                .orElse(null);
    }

    /** After what was said of it before, whatever the clock has done since: or it would be said for ever. */
    private Move write(Breach breach) {
        Instant said = conversation.conversation().saidAt(Facts.BREACH + breach.kind());
        Instant kept = now.truncatedTo(ChronoUnit.MILLIS);
        Instant at = said == null || kept.isAfter(said) ? kept : said.plusMillis(1);
        return new Move.Write(new OfferEvents(current.conversation().key()).breached(breach, at));
    }
}
