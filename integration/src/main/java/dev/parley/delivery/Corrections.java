package dev.parley.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.Snapshot;
import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.crm.Soql;
import dev.parley.handoff.Answering;
import dev.parley.identity.Directory;
import dev.parley.store.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads back what people correct in the CRM, and what they command there: both in one call. A person's change of a
 * conversation's links wins, is remembered, and teaches.
 */
public final class Corrections {

    private static final Logger LOG = LoggerFactory.getLogger(Corrections.class);
    private static final int MOST = 200;

    /** A change shows only when its transaction commits, with the time at which it was made. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final Tx tx;
    private final Crm crm;
    private final BoundOrg org;
    private final DueConversations due;
    private final Directory directory;
    private final Deciding deciding;
    private final Commands commands;
    private final MeetingEdits meetings;
    private final Clock clock;

    /**
     * Over the store and the CRM; it asks nothing before the first call.
     *
     * @param inbox takes what people say of meetings
     * @param answering takes what sellers say of their offers
     */
    public Corrections(
            Tx tx,
            Crm crm,
            BoundOrg org,
            DueConversations due,
            Directory directory,
            Deciding deciding,
            Inbox inbox,
            Answering answering,
            Clock clock) {
        this.tx = tx;
        this.crm = crm;
        this.org = org;
        this.due = due;
        this.directory = directory;
        this.deciding = deciding;
        this.commands = new Commands(tx, crm, due, deciding, new OfferCommands(answering), clock);
        this.meetings = new MeetingEdits(tx, crm, due, inbox);
        this.clock = clock;
    }

    /** Looks once; a CRM that cannot be asked, or has no calls to spare, is asked again the next time. */
    public void follow() {
        try {
            if (crm.sparesCalls() && directory.state() != Directory.State.LOADING) {
                look();
            }
        } catch (CrmException e) {
            LOG.warn("What people correct in the CRM cannot be read: {} ({})", e.getMessage(), e.kind());
        }
    }

    private void look() {
        Instant since = since();
        String userId = org.check().userId();
        Instant eventsSince = meetings.since(clock.instant());
        List<String> questions = new ArrayList<>(List.of(edited(since, userId), Commands.SOQL));
        meetings.query(eventsSince, userId).ifPresent(questions::add);
        List<List<ObjectNode>> answers = crm.query(questions);
        if (answers.size() > 2) {
            meetings.take(answers.get(2), eventsSince);
        }
        List<ObjectNode> edited = answers.get(0);
        boolean all = learn(edited);
        commands.carryOut(answers.get(1));
        if (all && !edited.isEmpty()) {
            Instant last = Times.of(
                    edited.get(edited.size() - 1).path("SystemModstamp").asText());
            // A whole page may be all of one minute: then the overlap would keep it there for ever.
            Instant next = edited.size() < MOST ? last.minus(OVERLAP) : last;
            tx.run(em -> em.merge(new CorrectionPositionRow(next.isAfter(since) ? next : since)));
        }
    }

    /** Before the first look nothing was linked: what people changed since is all there is to learn. */
    private Instant since() {
        return tx.call(em -> {
            CorrectionPositionRow row = em.find(CorrectionPositionRow.class, CorrectionPositionRow.ONLY);
            if (row == null) {
                row = new CorrectionPositionRow(clock.instant().minus(Duration.ofDays(1)));
                em.persist(row);
            }
            return row.since;
        });
    }

    private static String edited(Instant since, String userId) {
        return "SELECT Id, " + String.join(", ", Edits.LINKS) + ", SystemModstamp FROM " + Currents.CONVERSATION
                + " WHERE SystemModstamp >= " + Soql.time(since) + " AND LastModifiedById != " + Soql.text(userId)
                + " ORDER BY SystemModstamp, Id LIMIT " + MOST;
    }

    /** False if one of them has to wait, because it is just being written. */
    private boolean learn(List<ObjectNode> edited) {
        Map<Long, AppliedRecord> applied = new HashMap<>();
        Map<Long, ObjectNode> rows = new HashMap<>();
        applied(edited.stream().map(row -> row.path("Id").asText()).toList()).forEach(row -> {
            applied.put(row.key.conversationId(), row.record());
            edited.stream()
                    .filter(record -> record.path("Id").asText().equals(row.crmId))
                    .forEach(record -> rows.put(row.key.conversationId(), record));
        });
        Map<Snapshot, Map<String, String>> changed = new LinkedHashMap<>();
        due.lookAt(new TreeSet<>(rows.keySet()))
                .forEach(conversation -> changed.put(
                        conversation,
                        Edits.of(applied.get(conversation.rowId()), rows.get(conversation.rowId()), this::written)));
        changed.values().removeIf(Map::isEmpty);
        return changed.isEmpty() || decide(changed);
    }

    /** False if one of them has to wait. */
    private boolean decide(Map<Snapshot, Map<String, String>> changed) {
        Set<Long> leased =
                due.leased(changed.keySet().stream().map(Snapshot::rowId).toList());
        // Whether a link went because its record did, only a directory of now can say.
        directory.refresh();
        changed.forEach((conversation, links) -> {
            if (!leased.contains(conversation.rowId())) {
                decide(conversation, deciding.decided(conversation, links));
            }
        });
        return leased.isEmpty();
    }

    private void decide(Snapshot conversation, Map<String, String> decided) {
        if (decided.isEmpty()) {
            // What stands there now is what is found: it is only to be noted as such.
            due.replay(List.of(conversation.rowId()));
        } else {
            deciding.link(conversation, decided, true);
        }
    }

    private String written(String visitorKey) {
        return directory.byVisitorKey(visitorKey).map(known -> known.id()).orElse(null);
    }

    private List<AppliedRow> applied(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : tx.call(em -> em.createQuery(
                                "select a from AppliedRow a where a.crmId in :ids and a.key.sobject = :sobject",
                                AppliedRow.class)
                        .setParameter("ids", ids)
                        .setParameter("sobject", Currents.CONVERSATION)
                        .getResultList());
    }
}
