package dev.parley.conversation;

import dev.parley.conversation.ChatEvent.MeetingEvent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PessimisticLockException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps, for each UID, the conversation that its meeting is counted in. Where an event shows that two conversations
 * speak of one meeting, the one that was only opened for the meeting goes into the other.
 */
final class MeetingUids {

    private final EntityManager em;

    MeetingUids(EntityManager em) {
        this.em = em;
    }

    /** Claims the UIDs of the events for the conversation, whose row is locked. */
    void claim(ConversationRow row, List<ChatEvent> events) {
        Map<MeetingUidRow.Key, Boolean> named = new LinkedHashMap<>();
        for (ChatEvent event : events) {
            if (event instanceof MeetingEvent meeting) {
                Envelope envelope = event.envelope();
                meeting.meeting()
                        .uids()
                        .forEach(uid -> named.merge(
                                new MeetingUidRow.Key(envelope.source(), uid),
                                envelope.subject() != null,
                                Boolean::logicalOr));
            }
        }
        Set<Long> others = new TreeSet<>();
        named.forEach((key, byService) -> claim(row, key, byService, others));
        others.forEach(other -> absorb(other, row));
    }

    /** Notes that somebody asks for a meeting, or said something of it. */
    void ask(MeetingEvent event, Instant now) {
        em.flush();
        em.createQuery("update MeetingUidRow u set u.askedAt = :now where u.key = :key")
                .setParameter("now", now)
                .setParameter(
                        "key",
                        new MeetingUidRow.Key(
                                event.envelope().source(), event.meeting().uid()))
                .executeUpdate();
    }

    private void claim(ConversationRow row, MeetingUidRow.Key key, boolean byService, Set<Long> others) {
        List<Long> owner = em.createQuery("select u.conversationId from MeetingUidRow u where u.key = :key", Long.class)
                .setParameter("key", key)
                .getResultList();
        if (owner.isEmpty()) {
            em.persist(new MeetingUidRow(key, row.id));
            em.flush();
        } else if (!owner.get(0).equals(row.id)) {
            if (row.version == 0 && !byService) {
                // It was opened because nobody knew the UID; meanwhile somebody does.
                throw new PessimisticLockException("another transaction counted meeting events elsewhere meanwhile");
            }
            others.add(owner.get(0));
        }
    }

    private void absorb(long other, ConversationRow into) {
        // It may have been counted in just now, by this transaction, and the refresh would forget that.
        em.flush();
        ConversationRow from = em.find(ConversationRow.class, other, LockModeType.PESSIMISTIC_WRITE);
        if (from == null) {
            throw new PessimisticLockException("another transaction moved a meeting meanwhile");
        }
        em.refresh(from, LockModeType.PESSIMISTIC_WRITE);
        if (!from.meetingOnly) {
            return;
        }
        into.fold(into.fold().and(from.fold()));
        into.version += from.version;
        into.live |= from.live;
        move("EventRow", other, into.id);
        move("MeetingUidRow", other, into.id);
        leave(from);
    }

    private void move(String rows, long from, long into) {
        em.createQuery("update " + rows + " r set r.conversationId = :into where r.conversationId = :from")
                .setParameter("into", into)
                .setParameter("from", from)
                .executeUpdate();
    }

    /** What the CRM may hold of it stays known here; else nothing is left of it. */
    private void leave(ConversationRow from) {
        if (from.isUnknownToCrm()) {
            em.remove(from);
        } else {
            from.fold(from.fold().withoutMeetings());
            from.version++;
            from.visitorHash = null;
        }
        em.flush();
    }
}
