package dev.parley.identity;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Puts what a person decided of one conversation in the place of what matching would find. */
final class Decided {

    private final Directory directory;
    private final Manual manual;

    Decided(Directory directory, Manual manual, Findings findings) {
        this.directory = directory;
        this.manual = manual;
        if (manual.isMade()) {
            findings.found("a person decided on " + Findings.day(manual.at()) + " whose conversation this is");
        }
    }

    boolean isMade() {
        return manual.isMade();
    }

    /** Whether a person said that neither contact nor lead belongs here, so that none is made either. */
    boolean nobody() {
        return manual.saysNone(Manual.LEAD) && manual.id(Manual.CONTACT) == null;
    }

    PersonMatch person(Supplier<PersonMatch> found) {
        Optional<Known> given = directory
                .find(Followed.CONTACT, manual.id(Manual.CONTACT))
                .or(() -> directory.find(Followed.LEAD, manual.id(Manual.LEAD)));
        if (given.isPresent()) {
            return new PersonMatch(given.get(), 1, null);
        }
        boolean none = manual.saysNone(Manual.CONTACT) || manual.saysNone(Manual.LEAD);
        PersonMatch match = none && !both() ? without(found.get()) : none ? PersonMatch.NOBODY : found.get();
        return match;
    }

    /** Only one of the two was emptied: the other may still be found. */
    private PersonMatch without(PersonMatch found) {
        boolean emptied = (manual.saysNone(Manual.CONTACT) && found.is(Followed.CONTACT))
                || (manual.saysNone(Manual.LEAD) && found.is(Followed.LEAD));
        return emptied ? PersonMatch.NOBODY : found;
    }

    private boolean both() {
        return manual.says(Manual.CONTACT) && manual.says(Manual.LEAD);
    }

    Accounts.Match account(Supplier<Accounts.Match> found) {
        if (!manual.says(Manual.ACCOUNT)) {
            return found.get();
        }
        String id = manual.id(Manual.ACCOUNT);
        return id == null
                ? Accounts.Match.NONE
                : new Accounts.Match(
                        directory.find(Followed.ACCOUNT, id).map(Known::id).orElse(id), 1);
    }

    /** @param hasRole whether the contact has a role on the opportunity with that id */
    Opportunities.Match opportunity(Supplier<Opportunities.Match> found, Predicate<String> hasRole) {
        if (!manual.says(Manual.OPPORTUNITY)) {
            return found.get();
        }
        return directory
                .find(Followed.OPPORTUNITY, manual.id(Manual.OPPORTUNITY))
                .map(record -> new Opportunities.Match(record, hasRole.test(record.id())))
                .orElse(Opportunities.Match.NONE);
    }
}
