package dev.parley.identity;

import dev.parley.company.CompanyMatcher;
import dev.parley.company.Host;
import dev.parley.company.Providers;
import dev.parley.mapping.IdentityPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One search for a visitor, handed from step to step.
 *
 * @param visitor who is looked for
 * @param talk what the conversation tells besides
 * @param policy how to look
 * @param providers whose domains say nothing of a company
 * @param companies decides which account the visitor's company is; empty where only hosts tell
 * @param findings what was found so far
 * @param learned what people have taught of this visitor, by {@link LinkKeys}
 */
record Search(
        Visitor visitor,
        Talk talk,
        IdentityPolicy policy,
        Providers providers,
        Optional<CompanyMatcher> companies,
        Findings findings,
        Map<String, Learned> learned) {

    static Search of(
            Visitor visitor,
            Talk talk,
            IdentityPolicy policy,
            Providers providers,
            Optional<CompanyMatcher> companies,
            Decisions decisions,
            PersonalKeys personal) {
        List<String> keys = LinkKeys.of(visitor, providers);
        Map<String, Learned> learned = keys.isEmpty()
                ? Map.of()
                : decisions.learned(keys).stream().collect(Collectors.toMap(Learned::key, Function.identity()));
        return new Search(visitor, talk, policy, providers, companies, new Findings(visitor, personal), learned);
    }

    Optional<Learned> learnedOfEmail() {
        return LinkKeys.email(visitor.email()).map(learned::get);
    }

    Optional<Learned> learnedOfDomain() {
        return company().flatMap(LinkKeys::domain).map(learned::get);
    }

    /** The company's host in the visitor's address. */
    Optional<Host> company() {
        return LinkKeys.company(visitor, providers);
    }

    /** Whether the visitor writes from one of the company's own domains. */
    boolean colleague() {
        return Optional.ofNullable(visitor.domain())
                .flatMap(Host::ofDomain)
                .filter(host -> host.upToRegistrable().stream().anyMatch(policy.ownDomains()::contains))
                .isPresent();
    }
}
