package dev.parley.handoff;

import dev.parley.conversation.DueOffers;
import dev.parley.conversation.DueOffers.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How long somebody whose connection was lost is owed an answer where it was: until they come back and are served there,
 * until a seller is to write to them, or until nobody could answer them any more.
 */
final class CutOff {
    private static final Duration LEAST = Duration.ofMinutes(1);

    private final Case current;
    private final Instant now;

    /** When they were last heard here. */
    private final Instant heard;

    /** When they were next heard elsewhere, or null. */
    private final Instant back;

    /** When nobody can answer them any more. */
    private final Instant gone;

    /** @param reconnects how long who cannot be reached may still come back by themselves */
    CutOff(DueOffers store, Due conversation, Case current, Duration reconnects, Instant now) {
        this.current = current;
        this.now = now;
        Instant said = Aftercare.heard(current, store.lastWords(conversation));
        this.heard = said == null ? current.closed() : said;
        this.back = store.cameBack(conversation, heard).orElse(null);
        this.gone = current.closed().plus(current.isReachable() ? Aftercare.LONG_AGO : reconnects);
    }

    /** When a wait that began then was over, or null while it goes on. */
    Instant over(Instant since) {
        return Stream.of(back, handedOn(), now.isBefore(gone) ? null : gone)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(end -> end.isBefore(since) ? since : end)
                .orElse(null);
    }

    /** Since when a seller is to write to them for what was last said, or null. */
    private Instant handedOn() {
        FollowUp due = FollowUp.of(current.conversation().conversation());
        return due == null || heard.isAfter(due.heard()) ? null : due.at();
    }

    /** Nothing is heard here when they come back: it is looked for, the more seldom the longer they are away. */
    Instant nextLook() {
        Duration away = Duration.between(current.closed(), now);
        Instant next = now.plus(away.compareTo(LEAST) < 0 ? LEAST : away);
        return next.isAfter(gone) ? gone : next;
    }
}
