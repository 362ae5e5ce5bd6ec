package dev.parley.identity;

import dev.parley.identity.Identity.Decision;
import dev.parley.identity.Identity.Link;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A conversation of which a person is asked whose it is stands with each record that may be meant, for whoever knows that
 * record: linked, as long as it is asked, and no more than that. Who may not see the conversation does not see it there.
 */
public final class Asked {

    /** What the link to one of them says of its part. */
    public static final String ROLE = "Candidate";

    /** Each link is a record in the CRM. */
    private static final int MOST = 10;

    private Asked() {}

    /** A link to each that is at least half as likely as the likeliest of its kind; none where nobody is asked. */
    static List<Link> links(Identity identity) {
        return meant(identity)
                .limit(MOST)
                .map(one -> Link.to(one.sobject(), one.id(), ROLE, one.confidence()))
                .toList();
    }

    /** Whose all the accounts are that may be meant; null where they are several people's, and where nobody is asked. */
    static String owner(Identity identity, Function<String, Optional<Known>> accounts) {
        Set<Optional<String>> owners = meant(identity)
                .filter(one -> Followed.of(one.sobject())
                        .filter(Followed.ACCOUNT::equals)
                        .isPresent())
                .map(one -> accounts.apply(one.id()).map(account -> account.text("OwnerId")))
                .collect(Collectors.toSet());
        return owners.size() == 1 ? owners.iterator().next().orElse(null) : null;
    }

    private static Stream<Candidate> meant(Identity identity) {
        return identity.decision() != Decision.REVIEW
                ? Stream.empty()
                : identity.candidates().stream()
                        .filter(candidate -> 2 * candidate.confidence() >= best(identity, candidate));
    }

    private static double best(Identity identity, Candidate candidate) {
        return identity.candidates().stream()
                .filter(other -> other.sobject().equals(candidate.sobject()))
                .map(Candidate::confidence)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
