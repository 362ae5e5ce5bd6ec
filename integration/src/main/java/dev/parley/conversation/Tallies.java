package dev.parley.conversation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Adds up the messages of conversations, many conversations in one query. */
final class Tallies {

    private record Count(long conversation, Role role, long messages, Instant first, Instant last) {}

    private final EntityManager em;

    Tallies(EntityManager em) {
        this.em = em;
    }

    /** By conversation; a conversation without a message that counts is left out. */
    Map<Long, Tally> of(Collection<Long> conversations) {
        Map<Long, List<Count>> counts = em.createQuery(
                        "select m.key.conversationId, m.role, count(m), min(m.at), max(m.at) from MessageRow m"
                                + " where m.counted = true and m.key.conversationId in :ids"
                                + " group by m.key.conversationId, m.role",
                        Object[].class)
                .setParameter("ids", conversations)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .map(Tallies::count)
                .collect(Collectors.groupingBy(Count::conversation));
        Map<Long, Tally> tallies = new HashMap<>();
        counts.forEach((conversation, roles) -> tallies.put(conversation, tally(roles)));
        return tallies;
    }

    private static Count count(Object[] row) {
        return new Count(
                (Long) row[0],
                Role.valueOf(((String) row[1]).toUpperCase(Locale.ROOT)),
                (Long) row[2],
                (Instant) row[3],
                (Instant) row[4]);
    }

    private Tally tally(List<Count> roles) {
        // At the same instant the visitor speaks last: a conversation that waits is the safer guess.
        Count last = roles.stream()
                .max(Comparator.comparing(Count::last).thenComparing(count -> count.role() == Role.VISITOR))
                .orElseThrow();
        return new Tally(
                sum(roles, Role.VISITOR, Role.PEER, Role.AGENT, Role.BOT),
                sum(roles, Role.VISITOR, Role.PEER),
                sum(roles, Role.AGENT),
                last.last(),
                last.role(),
                firstResponse(roles));
    }

    private static int sum(List<Count> roles, Role... wanted) {
        List<Role> all = List.of(wanted);
        return (int) roles.stream()
                .filter(count -> all.contains(count.role()))
                .mapToLong(Count::messages)
                .sum();
    }

    private Long firstResponse(List<Count> roles) {
        Instant asked = first(roles, Role.VISITOR);
        Instant spoke = first(roles, Role.AGENT);
        if (asked == null || spoke == null) {
            return null;
        }
        Instant answered = spoke.isBefore(asked) ? answerAfter(roles.get(0).conversation(), asked) : spoke;
        return answered == null ? null : Duration.between(asked, answered).toSeconds();
    }

    private static Instant first(List<Count> roles, Role role) {
        return roles.stream()
                .filter(count -> count.role() == role)
                .map(Count::first)
                .findFirst()
                .orElse(null);
    }

    /** The agent greeted before the visitor asked; the answer is the first word after that. */
    private Instant answerAfter(long conversation, Instant asked) {
        return em.createQuery(
                        "select min(m.at) from MessageRow m where m.counted = true"
                                + " and m.key.conversationId = :id and m.role = 'agent' and m.at >= :asked",
                        Instant.class)
                .setParameter("id", conversation)
                .setParameter("asked", asked)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
    }
}
