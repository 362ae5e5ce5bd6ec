package dev.parley.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.ChatEvents;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.MeetingState;
import dev.parley.conversation.Snapshot;
import dev.parley.crm.Crm;
import dev.parley.crm.ExternalId;
import dev.parley.crm.Soql;
import dev.parley.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads back what sellers say of meetings on the events in their calendars: held, missed, called off. It becomes an
 * event of the conversation like any other, so the meeting's record follows, and what is said later goes before it.
 */
final class MeetingEdits {

    private static final String STATUS = "Chat_Meeting_Status__c";
    private static final int MOST = 200;

    /** A change shows only when its transaction commits, with the time at which it was made. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private static final Map<String, String> TYPES =
            Map.of("Held", "meeting.held", "Missed", "meeting.missed", "Cancelled", "meeting.cancelled");

    private final Tx tx;
    private final Crm crm;
    private final DueConversations due;
    private final Inbox inbox;

    MeetingEdits(Tx tx, Crm crm, DueConversations due, Inbox inbox) {
        this.tx = tx;
        this.crm = crm;
        this.due = due;
        this.inbox = inbox;
    }

    /** The query for what people other than Parley's own user changed; empty for an org without the field. */
    Optional<String> query(Instant since, String userId) {
        return crm.describe(Delivery.EVENT).fields().containsKey(STATUS)
                ? Optional.of("SELECT Id, " + STATUS + ", SystemModstamp FROM Event WHERE SystemModstamp >= "
                        + Soql.time(since) + " AND LastModifiedById != " + Soql.text(userId) + " AND " + STATUS
                        + " IN ('Held', 'Missed', 'Cancelled') ORDER BY SystemModstamp, Id LIMIT " + MOST)
                : Optional.empty();
    }

    /** From when on to ask. */
    Instant since(Instant now) {
        return tx.call(em -> {
            CorrectionPositionRow row = em.find(CorrectionPositionRow.class, CorrectionPositionRow.EVENTS);
            return row == null ? now.minus(Duration.ofDays(1)) : row.since;
        });
    }

    /** Tells the conversations what is news to them, and goes on from there the next time. */
    void take(List<ObjectNode> edited, Instant since) {
        List<ChatEvent> news = edited.stream().flatMap(this::news).toList();
        if (!news.isEmpty()) {
            inbox.receive(news);
        }
        if (!edited.isEmpty()) {
            Instant last = at(edited.get(edited.size() - 1));
            // A whole page may be all of one minute: then the overlap would keep it there for ever.
            Instant next = edited.size() < MOST ? last.minus(OVERLAP) : last;
            tx.run(em -> em.merge(CorrectionPositionRow.ofEvents(next.isAfter(since) ? next : since)));
        }
    }

    private Stream<ChatEvent> news(ObjectNode event) {
        String status = event.path(STATUS).asText();
        return applied(event.path("Id").asText()).stream()
                .flatMap(row -> due.lookAt(List.of(row.key.conversationId())).stream()
                        .flatMap(snapshot -> meeting(snapshot, row.key.recordKey()).stream()))
                .filter(meeting -> !meeting.status().word().equals(status))
                .map(meeting -> said(meeting, event, TYPES.get(status)));
    }

    private static Optional<MeetingState> meeting(Snapshot snapshot, String externalId) {
        return snapshot.conversation().meetingStates().stream()
                .filter(meeting ->
                        ExternalId.of(meeting.source(), meeting.firstUid()).equals(externalId))
                .findFirst();
    }

    /** It names no conversation: the meeting's UID does. */
    private static ChatEvent said(MeetingState meeting, ObjectNode event, String type) {
        String id = String.join(
                ":",
                "crm",
                event.path("Id").asText(),
                type.substring(type.indexOf('.') + 1).toLowerCase(Locale.ROOT),
                at(event).toString());
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("uid", meeting.uid());
        return ChatEvents.read(new Envelope(id, meeting.source(), type, null, at(event), "", data));
    }

    private static Instant at(ObjectNode event) {
        return Times.of(event.path("SystemModstamp").asText());
    }

    private List<AppliedRow> applied(String crmId) {
        return tx.call(em -> em.createQuery(
                        "select a from AppliedRow a where a.crmId = :id and a.key.sobject = :sobject", AppliedRow.class)
                .setParameter("id", crmId)
                .setParameter("sobject", Delivery.EVENT)
                .getResultList());
    }
}
