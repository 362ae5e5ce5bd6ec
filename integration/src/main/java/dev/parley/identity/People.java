package dev.parley.identity;

import dev.parley.mapping.IdentityPolicy.Evidence;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the contact or lead that a visitor is: by what the policy lists, in its order. */
final class People {

    private final Directory directory;
    private final SignedIds signedIds;
    private final ByEmail byEmail;
    private final ByPhone byPhone;

    People(Directory directory, SignedIds signedIds) {
        this.directory = directory;
        this.signedIds = signedIds;
        this.byEmail = new ByEmail(directory);
        this.byPhone = new ByPhone(directory, byEmail);
    }

    /** Who it is, as far as it is sure enough for a person to look at. */
    PersonMatch find(Search search) {
        PersonMatch found = search.policy().people().order().stream()
                .flatMap(evidence -> by(evidence, search).stream())
                .findFirst()
                .map(match -> supported(match, search))
                .orElse(PersonMatch.NOBODY);
        search.findings().candidate(found.record(), found.confidence());
        return judged(found, search);
    }

    private Optional<PersonMatch> by(Evidence evidence, Search search) {
        return switch (evidence) {
            case SIGNED_ID -> bySignedId(search);
            case EMAIL -> byLearned(search).or(() -> byEmail.find(search));
            case VISITOR_ID -> byKey(search);
            case PHONE -> byPhone.find(search);
        };
    }

    private static PersonMatch judged(PersonMatch found, Search search) {
        var sure = search.policy().people().thresholds();
        if (found.record() == null || found.confidence() >= sure.auto()) {
            return found;
        }
        if (found.confidence() < sure.review()) {
            search.findings().found("too unsure to say who it is");
            return PersonMatch.NOBODY;
        }
        if (!search.findings().needsReview()) {
            search.findings().review("not sure enough to say without a person who it is");
        }
        return found;
    }

    private Optional<PersonMatch> bySignedId(Search search) {
        String token = search.talk().signedId();
        if (token == null) {
            return Optional.empty();
        }
        Optional<Known> record = signedIds
                .read(token, search.talk().startedAt())
                .flatMap(id -> directory.find(Followed.CONTACT, id).or(() -> directory.find(Followed.LEAD, id)));
        search.findings()
                .found(
                        record.isEmpty()
                                ? "the site's signed id is not believed, or its record is not there"
                                : "the site has signed the " + record.get().sobject() + "'s id");
        return record.map(known -> byEmail.itself(search, known, Confidence.SIGNED_ID));
    }

    private Optional<PersonMatch> byLearned(Search search) {
        return search.learnedOfEmail().flatMap(learned -> directory
                .find(Followed.CONTACT, learned.contactId())
                .or(() -> directory.find(Followed.LEAD, learned.leadId()))
                .map(record -> {
                    search.findings()
                            .found("a person linked this address to the " + record.sobject() + " on "
                                    + Findings.day(learned.at()));
                    return byEmail.itself(search, record, Confidence.LEARNED);
                }));
    }

    private Optional<PersonMatch> byKey(Search search) {
        Visitor visitor = search.visitor();
        return visitor.keys().stream()
                .flatMap(key -> directory.byVisitorKey(key).stream())
                .findFirst()
                .map(record -> {
                    search.findings().found("the " + record.sobject() + " carries the visitor's key");
                    return sameEmail(visitor, record)
                            ? byEmail.itself(search, record, Confidence.VISITOR_KEY)
                            : doubtful(search, record);
                });
    }

    private PersonMatch doubtful(Search search, Known record) {
        search.findings().review("the same browser or account was used with another e-mail before");
        return byEmail.itself(search, record, Confidence.ONE_OF_SEVERAL);
    }

    /** A telephone number that agrees supports what was found otherwise. */
    private PersonMatch supported(PersonMatch match, Search search) {
        boolean phone = match.record() != null
                && match.confidence() > Confidence.PHONE_ALONE
                && Stream.of("Phone", "MobilePhone")
                        .anyMatch(field ->
                                directory.personal().isPhone(search.visitor().phone(), match.record(), field));
        if (!phone || match.confidence() == Confidence.PHONE_AND_NAME) {
            return match;
        }
        search.findings().found("telephone number agrees");
        return match.with(Math.min(1, match.confidence() + Confidence.PHONE_AGREES));
    }

    /** A key made of the visitor's own e-mail stays good when the record's e-mail is changed later. */
    private boolean sameEmail(Visitor visitor, Known record) {
        String key = record.text(VisitorKey.FIELD);
        return visitor.email() == null
                || record.text("Email") == null
                || directory.personal().isEmail(visitor.email(), record)
                || VisitorKey.ofEmail(visitor.email()).filter(key::equals).isPresent();
    }
}
