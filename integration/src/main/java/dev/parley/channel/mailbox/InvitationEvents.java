package dev.parley.channel.mailbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import dev.parley.conversation.Person;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/** Makes CloudEvents of invitations; which conversation they belong to is not theirs to say. */
final class InvitationEvents {

    /** Its beginning is hashed where it would be longer: room for what follows it. */
    private static final int LONGEST_ID = 160;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String source;

    InvitationEvents(String source) {
        this.source = source;
    }

    /**
     * A meeting that stands, has been moved, or is off.
     *
     * @param row the revision to be told; what only another one than the invitation's own said, is not repeated
     */
    ObjectNode state(Invitation invitation, InvitationRow row) {
        String key = Invitation.key(invitation.uid(), row.recurrenceId);
        ObjectNode event = event(invitation, key, row.state, row.placedAt);
        event.put(
                "id",
                id(key, row.key.cancels() ? "cancel" : "request", row.key.sequence(), row.key.stamp())
                        + (row.told > 1 ? ":" + row.told : ""));
        event.put("sequence", sequence(row.key, row.told));
        ObjectNode data = (ObjectNode) event.get("data");
        if (!row.key.cancels()) {
            times(data, row.startsAt, row.endsAt);
        }
        if (row.key.equals(InvitationSeries.key(source, invitation))) {
            details(data, invitation);
            ArrayNode attendees = data.putArray("attendees");
            invitation.attendees().forEach(attendee -> attendees.add(JSON.valueToTree(attendee.person())));
            put(data, "reason", row.key.cancels() ? invitation.comment() : null);
        }
        return event;
    }

    /** What an attendee said to it; for a COUNTER with the times that they propose. */
    ObjectNode answer(Invitation invitation, Invitation.Attendee attendee) {
        Person person = attendee.person();
        ObjectNode event = event(invitation, invitation.key(), "meeting.answered", invitation.stamp());
        String id = id(invitation.key(), lower(invitation.method()), invitation.sequence(), invitation.stamp());
        event.put("id", id + ":" + hash(lower(person.email())));
        event.put("sequence", sequence(InvitationSeries.key(source, invitation), 1));
        ObjectNode data = (ObjectNode) event.get("data");
        details(data, invitation);
        data.putArray("attendees").add(JSON.<ObjectNode>valueToTree(person));
        put(data, "reason", invitation.comment());
        ObjectNode answers = data.putObject("answers");
        if (invitation.method().equals("COUNTER")) {
            // Only proposed: the meeting stays when it is until its organizer says otherwise.
            times(answers.put("status", "counter"), invitation.start(), invitation.end());
        } else {
            answers.put("status", attendee.status());
        }
        return event;
    }

    private ObjectNode event(Invitation invitation, String key, String type, Instant time) {
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("source", source)
                .put("type", type)
                .put("time", time.toString());
        ObjectNode data = event.putObject("data").put("uid", key);
        if (!key.equals(invitation.uid())) {
            data.put("seriesUid", invitation.uid());
        }
        if (invitation.organizer() != null) {
            data.set("organizer", JSON.valueToTree(invitation.organizer()));
        }
        return event;
    }

    private static void details(ObjectNode data, Invitation invitation) {
        put(data, "timezone", invitation.timezone());
        put(data, "subject", invitation.subject());
        put(data, "location", invitation.location());
    }

    /** Sorts as the revisions do; what was told anew of one stands after what was told before. */
    private static String sequence(InvitationRow.Key key, int told) {
        return String.format(Locale.ROOT, "%010d %s %d %06d", key.sequence(), key.stamp(), key.cancels() ? 1 : 0, told);
    }

    private static String id(String key, String method, int sequence, Instant stamp) {
        String id = String.join(":", key, method, Integer.toString(sequence), stamp.toString());
        return id.length() <= LONGEST_ID ? id : hash(id);
    }

    /** Ids stand in logs and messages, where no address may. */
    private static String hash(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }

    private static void times(ObjectNode data, Instant start, Instant end) {
        if (start != null) {
            data.put("start", start.toString());
            data.put("end", end.toString());
        }
    }

    private static void put(ObjectNode data, String name, String value) {
        if (value != null) {
            data.put(name, value);
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
