package dev.parley.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Suppliers;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.DueOffers;
import dev.parley.conversation.DueOffers.Again;
import dev.parley.conversation.DueOffers.Due;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.Snapshot;
import dev.parley.identity.Owners;
import dev.parley.mail.Alerts;
import dev.parley.mail.Outbox;
import dev.parley.mapping.MappingSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks sellers to take conversations, one after another, until one does or nobody is left. What was asked and answered
 * stands in the conversations' events alone: whatever moment the program ends at, it goes on from there.
 */
public final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final int CLAIM = 50;

    /** Nobody notices less. */
    private static final Duration LATE = Duration.ofMillis(400);

    private final DueOffers due;
    private final Case.Cases cases;
    private final Predicate<String> offers;
    private final Rota rota;
    private final Teller teller;
    private final String org;
    private final Duration reading;
    private final Clock clock;
    private final OfferBook book;

    /**
     * Over the store and the copy of the CRM; it does nothing before the first call.
     *
     * @param inbox where its own events go
     * @param due the conversations to look at
     * @param cases what is known of them
     * @param offers which sources make offers
     * @param company who can be asked
     * @param letters how they are told
     * @param reading how long what a seller answers in the CRM can stay unread; so long an offer that ran out is not
     *     passed on
     */
    public Desk(
            Inbox inbox,
            DueOffers due,
            Case.Cases cases,
            Predicate<String> offers,
            Company company,
            Letters letters,
            Duration reading,
            Clock clock) {
        this.due = due;
        this.book = new OfferBook(inbox, due);
        this.cases = cases;
        this.offers = offers;
        this.rota = new Rota(company);
        this.org = company.org();
        this.reading = reading;
        this.teller = new Teller(new OfferMail(letters.outbox(), letters.links()), new Briefs(due), rota);
        this.clock = clock;
    }

    /**
     * Where sellers are found.
     *
     * @param mappings the files in force
     * @param owners the CRM's users
     * @param org where the CRM's pages are, without a slash at its end
     * @param language for whom no other language is known
     * @param alerts tells who keeps the files
     */
    public record Company(Supplier<MappingSet> mappings, Owners owners, String org, String language, Alerts alerts) {}

    /**
     * How sellers are told.
     *
     * @param outbox where mail goes
     * @param links how they reach an offer's page
     */
    public record Letters(Outbox outbox, OfferLinks links) {}

    /** Looks at all conversations that are due. */
    public synchronized void watch() {
        if (book.hasWaiting()) {
            // Somebody may have become free by what another server was told.
            book.follow(clock.instant());
        }
        List<Due> claim = claim();
        if (!claim.isEmpty()) {
            book.follow(clock.instant());
        }
        for (; !claim.isEmpty(); claim = claim()) {
            book.followNowAndThen(clock.instant());
            settle(claim, look(claim));
        }
    }

    /** Whether conversations wait to be looked at for longer than it takes where the machine keeps up. */
    public boolean isLate() {
        return due.next().filter(at -> at.isBefore(clock.instant().minus(LATE))).isPresent();
    }

    private List<Due> claim() {
        return due.claim(CLAIM, offers);
    }

    /** Whom nobody could be told of is looked at again when the claim runs out. */
    private void settle(List<Due> claim, List<Again> looked) {
        try {
            book.write(claim);
            Set<ConversationKey> untold = teller.send();
            due.settle(looked.stream()
                    .filter(each -> !untold.contains(each.conversation().key()))
                    .toList());
        } finally {
            teller.forget();
        }
    }

    private List<Again> look(List<Due> claim) {
        Map<Long, Snapshot> whole = due.whole(claim);
        cases.expect(whole.values());
        return claim.stream()
                .flatMap(each -> look(each, Optional.ofNullable(whole.get(each.rowId()))).stream())
                .toList();
    }

    /** What could not be looked at comes again when its claim runs out. */
    private Optional<Again> look(Due conversation, Optional<Snapshot> whole) {
        try {
            teller.isAbout(conversation.key());
            return Optional.of(new Again(conversation, next(conversation, whole)));
        } catch (RuntimeException e) {
            // Its message may quote what somebody said; where it comes from does not.
            LOG.warn(
                    "An offer has to wait: {} at {}",
                    e.getClass().getName(),
                    e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
            return Optional.empty();
        }
    }

    /** When to look again, or null for not before something happens. */
    private Instant next(Due conversation, Optional<Snapshot> whole) {
        Instant now = clock.instant();
        book.isLookedAt(conversation);
        Supplier<Case> known = Suppliers.memoize(() ->
                cases.of(whole.orElseThrow(() -> new IllegalStateException("it is part of another conversation now"))));
        tell(conversation, known);
        Offers made = Offers.of(conversation.conversation());
        Instant offers = offers(conversation, known, made, now);
        boolean promised = rota.routing().promises() || Breach.isAnyOpen(conversation.conversation());
        return now.equals(offers) || !conversation.live() || !promised
                ? offers
                : sooner(offers, promises(conversation, known, made, now));
    }

    private static Instant sooner(Instant one, Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /** When to look again at whether the visitor is served as promised, or null. */
    private Instant promises(Due conversation, Supplier<Case> known, Offers made, Instant now) {
        return carryOut(conversation, new Promises(rota, due, conversation, known.get(), made, now).next(), now);
    }

    /** When to look again at its offers and at what comes after them, or null. */
    private Instant offers(Due conversation, Supplier<Case> known, Offers made, Instant now) {
        if (made.isOver() || !conversation.live()) {
            teller.end(conversation.key(), made, () -> brief(known, false));
            return conversation.live() && isLeft(conversation, known, made)
                    ? carryOut(conversation, after(conversation, known.get(), now), now)
                    : null;
        }
        Offer last = made.last().orElse(null);
        if (last != null && last.isOpen(now)) {
            teller.ask(conversation.key(), last);
            return last.until();
        }
        if (last != null && last.state() == Offer.State.OFFERED && now.isBefore(last.known(reading))) {
            return last.known(reading);
        }
        Case current = known.get();
        Move move = new Course(rota, book.workload(), org, current, made, now).next();
        if (move instanceof Move.Look) {
            book.waits(conversation);
        }
        return carryOut(conversation, move instanceof Move.Rest ? after(conversation, current, now) : move, now);
    }

    /** Nobody took it and nobody was told so, or who did take it lost the visitor in the middle of the talk. */
    private boolean isLeft(Due conversation, Supplier<Case> known, Offers made) {
        return made.escalatedAt() == null
                // What it takes to know it all is spared where it is plain to see.
                ? Case.closing(conversation.conversation()).equals(Case.DROPPED)
                        && known.get().isCutOff()
                : !rota.routing().escalation().tells();
    }

    /** When to look again then, or null. */
    private Instant carryOut(Due conversation, Move move, Instant now) {
        if (move instanceof Move.Write write) {
            book.append(conversation, write.event());
            return now;
        }
        return move instanceof Move.Look look ? look.at() : null;
    }

    /** What nobody is asked to take while it goes on may have been left without an answer. */
    private Move after(Due conversation, Case current, Instant now) {
        if (!rota.routing().followsUp()) {
            return new Move.Rest();
        }
        return new Aftercare(rota, current, due.lastWords(conversation), now)
                .next(heard -> due.cameBack(conversation, heard).isPresent());
    }

    private void tell(Due conversation, Supplier<Case> known) {
        Breach.of(conversation.conversation())
                .forEach(breach -> teller.breach(conversation.key(), breach, () -> brief(known, false)));
        FollowUp followUp = FollowUp.of(conversation.conversation());
        if (followUp != null) {
            teller.followUp(conversation.key(), followUp, least -> brief(known, least));
        }
    }

    private JsonNode brief(Supplier<Case> known, boolean least) {
        return new Briefing(known.get(), org).write(least);
    }
}
