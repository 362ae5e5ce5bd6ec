package dev.parley.delivery;

import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets conversations that have rested for long: their events, messages and what was written of them go from the store;
 * the CRM keeps its records. One that is still due, or has a dead letter that waits for somebody, stays. Should one of
 * its events be sent again after that, it counts as history and meets the same external id, so it makes nothing twice.
 */
public final class OldConversations {

    private static final Logger LOG = LoggerFactory.getLogger(OldConversations.class);

    /** In one transaction, so that receiving is never held up for long. */
    private static final int AT_ONCE = 200;

    /** What hangs on a conversation, and then itself. */
    private static final List<String> ROWS = List.of(
            "delete from DeadLetterRow r where r.conversationId in :ids",
            "delete from ConcernedRow r where r.key.conversationId in :ids",
            "delete from LedgerRow r where r.conversationId in :ids",
            "delete from ManualLinkRow r where r.conversation in :ids",
            "delete from LinkHistoryRow r where r.conversation in :ids",
            "delete from MatchStateRow r where r.conversation in :ids",
            "delete from MatchKeyRow r where r.key.conversation in :ids",
            "delete from AppliedRow r where r.key.conversationId in :ids",
            "delete from PartRow r where r.key.conversationId in :ids",
            "delete from MessageRow r where r.key.conversationId in :ids",
            ofMeetings("BookingRow r where %s", "r.key.source", "r.key.uid"),
            ofMeetings("OfferRow r where %s", "r.key.source", "r.key.uid"),
            ofMeetings("HoldRow r where %s", "r.source", "r.uid"),
            "delete from MeetingUidRow r where r.conversationId in :ids",
            "delete from EventRow r where r.conversationId in :ids",
            "delete from ConversationRow r where r.id in :ids");

    private static String ofMeetings(String rows, String source, String uid) {
        return "delete from "
                + rows.formatted("exists (select u.conversationId from MeetingUidRow u"
                        + " where u.conversationId in :ids and u.key.source = " + source + " and u.key.uid = " + uid
                        + ")");
    }

    private final Tx tx;
    private final Clock clock;
    private final Period keep;

    /**
     * Over the store.
     *
     * @param keep how long a conversation is kept after it last changed
     */
    public OldConversations(Tx tx, Clock clock, Period keep) {
        this.tx = tx;
        this.clock = clock;
        this.keep = keep;
    }

    /** Forgets all that have rested long enough, and says how many. */
    public int forget() {
        Instant before = clock.instant().atZone(ZoneOffset.UTC).minus(keep).toInstant();
        int forgotten = 0;
        int now = tx.call(em -> forget(em, before));
        while (now > 0) {
            forgotten += now;
            now = tx.call(em -> forget(em, before));
        }
        if (forgotten > 0) {
            LOG.info("{} conversations that last changed before {} were forgotten", forgotten, before);
        }
        return forgotten;
    }

    private static int forget(EntityManager em, Instant before) {
        List<Long> ids = em.createQuery(
                        "select c.id from ConversationRow c where c.dueAt is null and c.leaseOwner is null"
                                + " and coalesce(c.appliedAt, c.receivedAt) < :before and c.receivedAt < :before"
                                + " and not exists (select d.id from DeadLetterRow d"
                                + " where d.conversationId = c.id and d.discarded = false) order by c.id",
                        Long.class)
                .setParameter("before", before)
                .setMaxResults(AT_ONCE)
                .getResultList();
        if (!ids.isEmpty()) {
            ROWS.forEach(
                    delete -> em.createQuery(delete).setParameter("ids", ids).executeUpdate());
        }
        return ids.size();
    }
}
