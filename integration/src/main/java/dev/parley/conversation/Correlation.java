package dev.parley.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.ChatEvent.MeetingEvent;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Finds the conversation of a meeting event that names none (Correlation Identifier): by the UIDs it had, by a signed
 * link, by the attendee's e-mail address among recent conversations. It locks nothing, and so loads no row.
 */
final class Correlation {

    private static final String LINK = "conversation";

    /** Guests of a meeting who are looked for. */
    private static final int MOST_GUESTS = 10;

    /** Where the UIDs lead to two places: to what people said, else to what the CRM holds, else to the earlier UID's. */
    private static final Comparator<Candidate> BEST =
            Comparator.comparing(Candidate::meetingOnly).thenComparing(candidate -> candidate.appliedVersion() == 0);

    private final EntityManager em;
    private final MeetingClues clues;

    Correlation(EntityManager em, MeetingClues clues) {
        this.em = em;
        this.clues = clues;
    }

    /** A conversation that a UID leads to. */
    record Candidate(String source, String subject, boolean meetingOnly, long appliedVersion) {}

    /** The conversation to count the event in; it need not exist yet. */
    ConversationKey find(MeetingEvent event) {
        return byUid(event)
                .or(() -> byLink(event))
                .or(() -> byAddress(event))
                .orElseGet(() -> new ConversationKey(
                        event.envelope().source(), event.meeting().uids().get(0)));
    }

    private Optional<ConversationKey> byUid(MeetingEvent event) {
        return event.meeting().uids().stream()
                .flatMap(uid -> em.createQuery(
                                "select c.source, c.subject, c.meetingOnly, c.appliedVersion"
                                        + " from ConversationRow c, MeetingUidRow u"
                                        + " where u.conversationId = c.id and u.key = :key",
                                Candidate.class)
                        .setParameter(
                                "key", new MeetingUidRow.Key(event.envelope().source(), uid))
                        .getResultStream())
                .min(BEST)
                .map(found -> new ConversationKey(found.source(), found.subject()));
    }

    private Optional<ConversationKey> byLink(MeetingEvent event) {
        JsonNode token = event.envelope().data().path(LINK);
        return token.isTextual() ? clues.link().apply(token.textValue()) : Optional.empty();
    }

    private Optional<ConversationKey> byAddress(MeetingEvent event) {
        return event.meeting()
                .guests()
                .filter(guest -> guest.email() != null)
                .limit(MOST_GUESTS)
                .flatMap(guest -> clues.addressHash().apply(guest.email()).stream())
                .flatMap(hash -> recent(hash, event.envelope().time()).stream())
                .findFirst();
    }

    private Optional<ConversationKey> recent(String hash, Instant at) {
        return em.createQuery(
                        "select c.source, c.subject from ConversationRow c where c.visitorHash = :hash"
                                + " and c.lastAt >= :since and c.lastAt <= :until order by c.lastAt desc, c.id desc",
                        ConversationKey.class)
                .setParameter("hash", hash)
                .setParameter("since", clues.since(at))
                .setParameter("until", clues.until(at))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
