package dev.parley.identity;

import dev.parley.conversation.Person;
import dev.parley.identity.Identity.Decision;
import dev.parley.identity.Identity.Link;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Other customers who take part in a conversation, as in a community or under a public post: each is linked too. */
public final class Peers {

    /** What a link to one of them says of their part. */
    public static final String ROLE = "Participant";

    private static final int MOST = 20;

    private Peers() {}

    /**
     * The same finding with a link to each of them whom the CRM surely knows. A guess links nobody to what others wrote.
     *
     * @param source in which the service knows them by their ids
     * @param who finds out who somebody is
     */
    public static Identity link(Identity identity, String source, List<Person> peers, Function<Visitor, Identity> who) {
        List<Link> links = peers.stream()
                .limit(MOST)
                .map(peer -> who.apply(Visitor.of(source, peer)))
                .flatMap(known -> link(known).stream())
                .toList();
        return links.isEmpty() ? identity : identity.with(links);
    }

    private static Optional<Link> link(Identity known) {
        String record = known.contactId() == null ? known.leadId() : known.contactId();
        return known.decision() != Decision.AUTO || record == null
                ? Optional.empty()
                : Optional.of(
                        Link.to(known.contactId() == null ? "Lead" : "Contact", record, ROLE, known.confidence()));
    }
}
