package dev.parley.meeting;

import dev.parley.conversation.MeetingState;
import dev.parley.conversation.Person;
import dev.parley.mapping.MeetingPolicy.Seller;
import dev.parley.mapping.WorkCalendar;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Whose meeting one is. */
final class Sellers {

    private final List<Seller> sellers;

    /** @param sellers as the file names them, the first of them for whoever has no other */
    Sellers(List<Seller> sellers) {
        this.sellers = sellers;
    }

    /**
     * Who has it or was offered before; else, for a wish without a time, the owner, or the first.
     *
     * @param before by what name they stood in the file; empty if it was never offered
     * @param owner gives the e-mail address of whom the conversation belongs to
     * @return empty where it is none of Parley's meetings
     * @throws SellerLeft if a visitor waits for somebody who is not in the file any more
     */
    Optional<Seller> of(
            MeetingState meeting,
            Optional<Booking> booking,
            Optional<String> before,
            Supplier<Optional<String>> owner) {
        Optional<Seller> known =
                before.flatMap(name -> find(seller -> seller.key().equals(name)));
        if (known.isPresent()) {
            return known;
        }
        boolean chosen = meeting.wish() != null && meeting.wish().start() != null;
        boolean stands = booking.filter(found -> !found.cancelled()).isPresent();
        if (before.isPresent() && (chosen || (stands && meeting.wish() != null))) {
            throw new SellerLeft();
        }
        if (stands) {
            return left(before.get(), meeting);
        }
        // What was never offered is a booking service's own affair.
        if (meeting.wish() == null || chosen) {
            return Optional.empty();
        }
        Optional<String> wanted = owner.get();
        return find(seller -> wanted.filter(seller.email()::equalsIgnoreCase).isPresent())
                .or(() -> sellers.stream().findFirst());
    }

    private Optional<Seller> find(Predicate<Seller> which) {
        return sellers.stream().filter(which).findFirst();
    }

    /** Somebody who no longer stands in the file holds what they have, in a calendar that nobody knows any more. */
    private static Optional<Seller> left(String name, MeetingState meeting) {
        Person organizer = meeting.organizer();
        return organizer == null || organizer.email() == null
                ? Optional.empty()
                : Optional.of(new Seller(
                        name,
                        organizer.name() == null ? organizer.email() : organizer.name(),
                        organizer.email(),
                        WorkCalendar.ALWAYS,
                        null,
                        null));
    }
}
