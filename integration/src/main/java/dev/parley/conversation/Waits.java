package dev.parley.conversation;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * For what a visitor waited, and waits, in one conversation. A peer in public waits as a visitor does; only a person of
 * the company answers, neither a bot nor a peer. What asks for nothing, such as a thank-you, wants no answer, but who
 * begins a conversation does, whatever they begin with.
 *
 * @param first when the visitor first said something that wants an answer, or null if never
 * @param answered when a person of the company first said something after that, or null if nobody did
 * @param open the visitor's first word after the company's last that wants an answer, or null if there is none
 */
public record Waits(Instant first, Instant answered, Instant open) {
    private static final List<Role> VISITORS = List.of(Role.VISITOR, Role.PEER);
    private static final List<Role> COMPANY = List.of(Role.AGENT);

    /** What is older when it arrives is history: nobody waits for it. */
    private static final Duration HISTORY = Duration.ofHours(24);

    /** @param courtesies ids of the messages that ask for nothing */
    static Waits of(EntityManager em, long conversation, Set<String> courtesies) {
        Instant first = first(em, conversation, courtesies);
        Instant answered = first == null ? null : answer(em, conversation, first);
        Instant last = DueOffers.lastWord(em, conversation, COMPANY);
        Instant open = firstWord(em, conversation, last == null ? Instant.EPOCH : after(last), VISITORS, courtesies);
        return new Waits(fresh(em, conversation, first), answered, fresh(em, conversation, open));
    }

    private static Instant first(EntityManager em, long conversation, Set<String> courtesies) {
        Instant visitor = firstWord(em, conversation, Instant.EPOCH, VISITORS, Set.of());
        Instant company = answer(em, conversation, Instant.EPOCH);
        return company != null && visitor != null && company.isBefore(visitor)
                ? firstWord(em, conversation, after(company), VISITORS, courtesies)
                : visitor;
    }

    /** Times are kept in microseconds. */
    private static Instant after(Instant time) {
        return time.plusNanos(1_000);
    }

    private static Instant firstWord(
            EntityManager em, long conversation, Instant from, List<Role> roles, Set<String> without) {
        return em.createQuery(
                        "select min(m.at) from MessageRow m where m.counted = true"
                                + " and m.key.conversationId = :id and m.role in :roles and m.at >= :from"
                                + " and m.key.messageId not in :without",
                        Instant.class)
                .setParameter("id", conversation)
                .setParameter("roles", roles.stream().map(Role::word).toList())
                .setParameter("from", from)
                // Not every database takes an empty list; no message has an empty id.
                .setParameter("without", without.isEmpty() ? Set.of("") : without)
                .getSingleResult();
    }

    /** When the company first said something after a time, or null if it did not. */
    static Instant answer(EntityManager em, long conversation, Instant since) {
        return firstWord(em, conversation, since, COMPANY, Set.of());
    }

    /** The time itself, or null if what was said then had long been said when it arrived. */
    private static Instant fresh(EntityManager em, long conversation, Instant said) {
        return said == null || arrivals(em, conversation, said).anyMatch(at -> !at.isBefore(said.plus(HISTORY)))
                ? null
                : said;
    }

    /** A message that came with a whole transcript has none of its own. */
    private static Stream<Instant> arrivals(EntityManager em, long conversation, Instant said) {
        return em.createQuery(
                        "select e.receivedAt from MessageRow m, EventRow e where m.key.conversationId = :id"
                                + " and m.at = :said and e.conversationId = :id and e.position = m.position",
                        Instant.class)
                .setParameter("id", conversation)
                .setParameter("said", said)
                .getResultStream();
    }
}
