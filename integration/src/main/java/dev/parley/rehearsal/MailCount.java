package dev.parley.rehearsal;

import dev.parley.delivery.NewPeople;
import dev.parley.delivery.Plan;
import dev.parley.mapping.MappingFailed;
import dev.parley.mapping.Routing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts the mails that sellers would get: whoever is asked first to take a conversation, as if it went on now, and
 * whoever owns the account of somebody new.
 */
final class MailCount {

    private final Routing routing;
    private final Set<String> newPeople = new HashSet<>();
    private long offers;

    MailCount(Routing routing) {
        this.routing = routing;
    }

    void add(List<Plan> plans) {
        plans.forEach(plan -> NewPeople.mail(plan).ifPresent(newPeople::add));
        offers += plans.stream().filter(this::isOffered).count();
    }

    long mails() {
        return newPeople.size() + offers;
    }

    private boolean isOffered(Plan plan) {
        if (!plan.speaksToSellers()) {
            return false;
        }
        try {
            return routing.route(plan.dossier())
                    .filter(route -> !route.offer().isEmpty())
                    .isPresent();
        } catch (MappingFailed e) {
            // Then nobody is asked either.
            return false;
        }
    }
}
