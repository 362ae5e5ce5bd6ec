package dev.parley.handoff;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.handoff.Chain.Ask;
import dev.parley.handoff.Chain.Next;
import dev.parley.handoff.Chain.Nobody;
import dev.parley.handoff.Chain.Wait;
import dev.parley.mapping.Routing;
import dev.parley.mapping.Routing.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How it goes on with one conversation of which no offer is open: who is asked, or that nobody is left. */
final class Course {
    /** Nobody is told of a conversation that could have been offered longer ago. */
    private static final Duration LONG_AGO = Duration.ofDays(1);

    /** A conversation keeps what became of so many offers. */
    static final int MOST_OFFERS = 40;

    private final Rota rota;
    private final Workload workload;
    private final String org;
    private final Case current;
    private final Offers made;
    private final Instant now;
    private final OfferEvents events;

    /** @param org where the CRM's pages are */
    Course(Rota rota, Workload workload, String org, Case current, Offers made, Instant now) {
        this.rota = rota;
        this.workload = workload;
        this.org = org;
        this.current = current;
        this.made = made;
        this.now = now;
        this.events = new OfferEvents(current.conversation().key());
    }

    Move next() {
        Route route = route().orElse(null);
        if (route == null || route.offer().isEmpty()) {
            return new Move.Rest();
        }
        return made.last().map(last -> afterAnother(route, last)).orElseGet(() -> first(route));
    }

    /** An offer goes on by the rule it was begun with, whatever is said meanwhile. */
    private Optional<Route> route() {
        return made.last().flatMap(offer -> rota.routing().rule(offer.reason())).or(() -> rota.route(current));
    }

    /** Before the first offer there is time until somebody works. */
    private Move first(Route route) {
        if (!isFresh(route, Duration.ZERO)) {
            return isFresh(route, LONG_AGO) ? nobody(route) : new Move.Rest();
        }
        Next next = chain(route);
        if (next instanceof Ask ask) {
            return ask(route, ask);
        }
        return next instanceof Wait wait ? new Move.Look(wait.until()) : nobody(route);
    }

    /** Then only while the visitor may still be there. */
    private Move afterAnother(Route route, Offer last) {
        Next next = made.made().size() < MOST_OFFERS ? chain(route) : new Nobody();
        boolean nobody = next instanceof Nobody
                || (next instanceof Wait wait && wait.until().isAfter(deadline(current.lastWord())));
        if (last.state() == Offer.State.OFFERED) {
            return new Move.Write(events.expired(last, nobody, nobody ? rota.escalationOwner() : null, now));
        }
        if (next instanceof Ask ask) {
            return ask(route, ask);
        }
        return nobody ? nobody(route) : new Move.Look(((Wait) next).until());
    }

    private Next chain(Route route) {
        return new Chain(rota.staff(), workload, now).next(route.offer(), current, made);
    }

    private Instant deadline(Instant since) {
        return (since == null ? now : since).plus(rota.routing().within());
    }

    /** What was said when nobody worked is as fresh as if it had been said when somebody does. */
    private boolean isFresh(Route route, Duration besides) {
        Instant said = current.lastWord();
        if (said == null || now.isBefore(deadline(said).plus(besides))) {
            return true;
        }
        Staff staff = rota.staff();
        return route.offer().stream()
                .flatMap(step -> staff.of(step, current).stream())
                .map(candidate -> candidate.nextWork(said))
                .anyMatch(works -> now.isBefore(deadline(works).plus(besides)));
    }

    private Move nobody(Route route) {
        return new Move.Write(events.nobody(made.made().size() + 1, route.reason(), rota.escalationOwner(), now));
    }

    private Move ask(Route route, Ask ask) {
        // Whoever is no user of the CRM may not see there what the brief would tell them.
        boolean least = ask.candidate().seller().id() == null
                || rota.routing().pool(ask.step()).filter(Routing.Pool::least).isPresent();
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.set("to", OfferEvents.person(ask.candidate().seller()));
        Instant until = ask.candidate().hours().plus(now, rota.routing().accept());
        data.put("until", until.toString()).put("reason", route.reason()).put("pool", ask.step());
        data.set("brief", new Briefing(current, org).write(least));
        ObjectNode among = data.putObject("among");
        ask.among().forEach(among::put);
        return new Move.Write(events.offered(made.made().size() + 1, data, now));
    }
}
