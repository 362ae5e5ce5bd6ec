package dev.parley.handoff;

import dev.parley.hours.Calendars;
import dev.parley.hours.WorkingHours;
import dev.parley.identity.Owners.Colleague;
import dev.parley.mapping.Routing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who can be asked, by the files and by the CRM, and when they work. */
final class Staff {
    private static final int MOST_DAYS_AWAY = 1_000;

    private final Routing routing;
    private final Calendars calendars;
    private final Function<String, Optional<Colleague>> users;
    private final Function<String, Optional<Colleague>> usersByEmail;

    /**
     * @param users the CRM's active users by id
     * @param usersByEmail the same by e-mail address
     */
    Staff(
            Routing routing,
            Calendars calendars,
            Function<String, Optional<Colleague>> users,
            Function<String, Optional<Colleague>> usersByEmail) {
        this.routing = routing;
        this.calendars = calendars;
        this.users = users;
        this.usersByEmail = usersByEmail;
    }

    /**
     * Somebody who can be asked.
     *
     * @param owner whether they own what the talk is about, so that it is nobody else's turn
     */
    record Candidate(Routing.Seller file, Offer.Seller seller, WorkingHours hours, boolean owner) {

        /** Whether they work at that time and are not away. */
        boolean works(Instant now) {
            return hours.isOpen(now) && !away(now);
        }

        private boolean away(Instant at) {
            return file.vacation().stream().anyMatch(absence -> absence.covers(hours.dayOf(at)));
        }

        /** When they work next; a day of an absence is looked over as a whole. */
        Instant nextWork(Instant now) {
            Instant at = hours.nextOpening(now);
            for (int looks = 0; away(at) && looks < MOST_DAYS_AWAY; looks++) {
                at = hours.nextOpening(hours.startOf(hours.dayOf(at).plusDays(1)));
            }
            return at;
        }

        /** When their next working day begins after something was said: the same day if that has not begun yet. */
        Instant nextMorning(Instant said) {
            boolean begun = !hours.nextOpening(hours.startOf(hours.dayOf(said))).isAfter(said);
            return nextWork(begun ? hours.startOf(hours.dayOf(said).plusDays(1)) : said);
        }

        boolean speaks(String language) {
            return language == null
                    || file.languages().isEmpty()
                    || file.languages().contains(language);
        }
    }

    /** Those whom a step of a rule means, in the order of the file. */
    List<Candidate> of(String step, Case conversation) {
        return switch (step) {
            case Routing.OPPORTUNITY_OWNER -> owner(conversation.fact("opportunity", "ownerId"));
            case Routing.ACCOUNT_OWNER -> owner(conversation.fact("account", "ownerId"));
            case Routing.LEAD_OWNER -> owner(conversation.leadOwner());
            default -> routing.pool(step).stream()
                    .flatMap(pool -> pool.sellers().stream())
                    .map(seller -> candidate(seller, usersByEmail.apply(seller.email()), false))
                    .toList();
        };
    }

    /** Who has that address, as if they owned what the talk is about. */
    Candidate at(String email) {
        return candidate(routing.owner(email, email), usersByEmail.apply(email), true);
    }

    private List<Candidate> owner(String id) {
        return Stream.ofNullable(id)
                .flatMap(known -> users.apply(known).stream())
                .map(user -> candidate(routing.owner(user.email(), user.name()), Optional.of(user), true))
                .toList();
    }

    private Candidate candidate(Routing.Seller file, Optional<Colleague> user, boolean owner) {
        String name =
                file.name() != null ? file.name() : user.map(Colleague::name).orElse(file.email());
        Offer.Seller seller = new Offer.Seller(user.map(Colleague::id).orElse(null), name, file.email());
        return new Candidate(file, seller, calendars.of(file.work().hours()), owner);
    }
}
