package dev.parley.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds contacts and leads by the visitor's e-mail address, or by another one of the same mailbox. */
final class ByEmail {

    private final Directory directory;
    private final PersonAccounts personAccounts;

    ByEmail(Directory directory) {
        this.directory = directory;
        this.personAccounts = new PersonAccounts(directory);
    }

    Optional<PersonMatch> find(Search search) {
        String email = search.visitor().email();
        if (email == null) {
            return Optional.empty();
        }
        return find(search, Set.of(email), "e-mail").or(() -> sameMailbox(search, email));
    }

    private Optional<PersonMatch> sameMailbox(Search search, String email) {
        Set<String> others = Mailbox.others(email, search.policy().mail());
        if (search.policy().mail().plusTags()) {
            others.add(email);
        }
        return find(search, others, "another e-mail address of the same mailbox")
                .map(match -> match.with(Math.min(match.confidence(), Confidence.SAME_MAILBOX)));
    }

    private Optional<PersonMatch> find(Search search, Set<String> emails, String what) {
        boolean same = !what.equals("e-mail");
        List<Known> contacts = contacts(emails, same);
        List<Known> leads = all(emails, By.LEAD_EMAIL, same ? By.LEAD_MAILBOX : null);
        List<Known> open =
                leads.stream().filter(lead -> !lead.flag("IsConverted")).toList();
        if (!contacts.isEmpty()) {
            open.forEach(lead -> search.findings().link(lead, null, Confidence.RUNNER_UP));
            search.findings().found(what + " equals the contact's e-mail");
            return Optional.of(chosen(search, contacts, Confidence.CONTACT_EMAIL));
        }
        return converted(search, leads, what)
                .or(() -> lead(search, open, what))
                .or(() -> leads.stream().findFirst().map(lead -> lost(search, lead)));
    }

    /** Those of person accounts too, whose account may be known first. */
    private List<Known> contacts(Set<String> emails, boolean same) {
        Map<String, Known> contacts = new TreeMap<>();
        for (String email : emails) {
            personAccounts.contacts(By.PERSON_EMAIL, email).forEach(record -> contacts.put(record.id(), record));
            if (same) {
                personAccounts.contacts(By.PERSON_MAILBOX, email).forEach(record -> contacts.put(record.id(), record));
            }
        }
        all(emails, By.CONTACT_EMAIL, same ? By.CONTACT_MAILBOX : null)
                .forEach(record -> contacts.put(record.id(), record));
        return List.copyOf(contacts.values());
    }

    private List<Known> all(Set<String> emails, By by, By mailbox) {
        Map<String, Known> all = new TreeMap<>();
        for (String email : emails) {
            List<Known> found = new ArrayList<>(directory.find(by, email));
            found.addAll(mailbox == null ? List.of() : directory.find(mailbox, email));
            found.forEach(record -> all.put(record.id(), record));
        }
        return List.copyOf(all.values());
    }

    private Optional<PersonMatch> converted(Search search, List<Known> leads, String what) {
        Map<Known, Known> leadOf = new TreeMap<>(Comparator.comparing(Known::id));
        leads.forEach(lead -> contactOf(lead).ifPresent(contact -> leadOf.put(contact, lead)));
        if (leadOf.isEmpty()) {
            return Optional.empty();
        }
        search.findings().found(what + " equals that of a lead that was converted to the contact");
        PersonMatch match = chosen(search, List.copyOf(leadOf.keySet()), Confidence.CONVERTED_LEAD);
        return Optional.of(new PersonMatch(match.record(), match.confidence(), leadOf.get(match.record())));
    }

    private Optional<PersonMatch> lead(Search search, List<Known> open, String what) {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        search.findings().found(what + " equals the lead's e-mail");
        return Optional.of(chosen(search, open, Confidence.LEAD_EMAIL));
    }

    private PersonMatch chosen(Search search, List<Known> candidates, double confidence) {
        Choice.Chosen chosen = new Choice(
                        directory,
                        search.policy().people().several(),
                        search.talk().users())
                .of(candidates, search.findings());
        return new PersonMatch(chosen.record(), chosen.sure() ? confidence : Confidence.ONE_OF_SEVERAL, null);
    }

    /** The contact that a converted lead became, if it is there. */
    Optional<Known> contactOf(Known lead) {
        return directory.find(Followed.CONTACT, lead.text("ConvertedContactId"));
    }

    /** The record itself, or what it was converted to; a person looks where that is gone. */
    PersonMatch itself(Search search, Known record, double confidence) {
        if (!record.flag("IsConverted")) {
            return new PersonMatch(record, confidence, null);
        }
        return contactOf(record)
                .map(contact -> new PersonMatch(contact, Math.min(confidence, Confidence.CONVERTED_LEAD), record))
                .orElseGet(() -> lost(search, record));
    }

    private static PersonMatch lost(Search search, Known lead) {
        search.findings().review("the lead " + lead.id() + " was converted, but its contact is not there any more");
        return new PersonMatch(null, Confidence.ONE_OF_SEVERAL, lead);
    }
}
