package dev.parley.identity;

import dev.parley.company.EmailAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the contact or lead that a visitor is. */
final class People {

    private final Directory directory;
    private final Choice choice;

    People(Directory directory) {
        this.directory = directory;
        this.choice = new Choice(directory);
    }

    /**
     * Who was found.
     *
     * @param record a contact or an unconverted lead, or null
     * @param confidence 0 where nobody was found
     * @param converted the converted lead that led here, or null
     */
    record Match(Known record, double confidence, Known converted) {

        static final Match NOBODY = new Match(null, 0, null);

        boolean is(Followed followed) {
            return record != null && record.sobject().equals(followed.sobject());
        }

        /** The contact's or lead's id if it is one of those, or null. */
        String idOf(Followed followed) {
            return is(followed) ? record.id() : null;
        }
    }

    /** By e-mail, else by a key that Parley wrote; a telephone number only supports what was found otherwise. */
    Match find(Visitor visitor, Findings findings) {
        Match match =
                byEmail(visitor, findings).or(() -> byKey(visitor, findings)).orElse(Match.NOBODY);
        boolean phone = match.record() != null
                && Stream.of("Phone", "MobilePhone")
                        .anyMatch(field ->
                                Phone.agree(visitor.phone(), match.record().text(field)));
        if (!phone) {
            return match;
        }
        findings.found("telephone number agrees");
        return new Match(match.record(), match.confidence() + Confidence.PHONE_AGREES, match.converted());
    }

    private Optional<Match> byEmail(Visitor visitor, Findings findings) {
        List<Known> contacts = directory.find(By.CONTACT_EMAIL, visitor.email());
        List<Known> leads = directory.find(By.LEAD_EMAIL, visitor.email());
        List<Known> open =
                leads.stream().filter(lead -> !lead.flag("IsConverted")).toList();
        if (!contacts.isEmpty()) {
            open.forEach(lead -> findings.link(lead, null, Confidence.RUNNER_UP));
            findings.found("e-mail equals the contact's e-mail");
            return Optional.of(chosen(contacts, Confidence.CONTACT_EMAIL, findings));
        }
        return converted(leads, findings).or(() -> lead(open, findings)).or(() -> lost(leads, findings));
    }

    private Optional<Match> converted(List<Known> leads, Findings findings) {
        Map<Known, Known> leadOf = new TreeMap<>(Comparator.comparing(Known::id));
        leads.forEach(lead -> contactOf(lead).ifPresent(contact -> leadOf.put(contact, lead)));
        if (leadOf.isEmpty()) {
            return Optional.empty();
        }
        findings.found("e-mail equals that of a lead that was converted to the contact");
        Match match = chosen(List.copyOf(leadOf.keySet()), Confidence.CONVERTED_LEAD, findings);
        return Optional.of(new Match(match.record(), match.confidence(), leadOf.get(match.record())));
    }

    private Optional<Match> lead(List<Known> open, Findings findings) {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        findings.found("e-mail equals the lead's e-mail");
        return Optional.of(chosen(open, Confidence.LEAD_EMAIL, findings));
    }

    private static Optional<Match> lost(List<Known> leads, Findings findings) {
        return leads.stream().findFirst().map(lead -> {
            findings.review("the lead " + lead.id() + " was converted, but its contact is not there any more");
            return new Match(null, Confidence.ONE_OF_SEVERAL, lead);
        });
    }

    private Optional<Match> byKey(Visitor visitor, Findings findings) {
        return visitor.keys().stream()
                .flatMap(key -> directory.byVisitorKey(key).stream())
                .findFirst()
                .map(record -> {
                    findings.found("the " + record.sobject() + " carries the visitor's key");
                    return sameEmail(visitor, record) ? written(record, findings) : doubtful(record, findings);
                });
    }

    private Match written(Known record, Findings findings) {
        if (!record.flag("IsConverted")) {
            return new Match(record, Confidence.VISITOR_KEY, null);
        }
        return contactOf(record)
                .map(contact -> new Match(contact, Confidence.CONVERTED_LEAD, record))
                .orElseGet(() -> lost(List.of(record), findings).orElseThrow());
    }

    private Match doubtful(Known record, Findings findings) {
        findings.review("the same browser or account was used with another e-mail before");
        Match match = written(record, findings);
        return new Match(match.record(), Confidence.ONE_OF_SEVERAL, match.converted());
    }

    private Match chosen(List<Known> candidates, double confidence, Findings findings) {
        Known chosen = choice.of(candidates, findings);
        return new Match(chosen, candidates.size() == 1 ? confidence : Confidence.ONE_OF_SEVERAL, null);
    }

    private Optional<Known> contactOf(Known lead) {
        return directory.find(Followed.CONTACT, lead.text("ConvertedContactId"));
    }

    /** A key made of the visitor's own e-mail stays good when the record's e-mail is changed later. */
    private static boolean sameEmail(Visitor visitor, Known record) {
        String key = record.text(VisitorKey.FIELD);
        Optional<String> email = EmailAddress.of(record.text("Email")).map(EmailAddress::toString);
        return visitor.email() == null
                || email.isEmpty()
                || email.get().equals(visitor.email())
                || VisitorKey.ofEmail(visitor.email()).filter(key::equals).isPresent();
    }
}
