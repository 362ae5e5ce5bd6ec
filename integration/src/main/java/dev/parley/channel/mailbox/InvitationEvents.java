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

    /** An id that would be longer is hashed. */
    private static final int LONGEST_ID = 200;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String source;

    InvitationEvents(String source) {
        this.source = source;
    }

    /** A meeting that stands, has been moved, or is off. */
    ObjectNode state(Invitation invitation, String type, Instant time) {
        ObjectNode event = event(invitation, type, time, "");
        ObjectNode data = (ObjectNode) event.get("data");
        if (!type.equals(InvitationLog.CANCELLED)) {
            times(data, invitation);
        }
        ArrayNode attendees = data.putArray("attendees");
        invitation.attendees().forEach(attendee -> attendees.add(JSON.valueToTree(attendee.person())));
        put(data, "reason", type.equals(InvitationLog.CANCELLED) ? invitation.comment() : null);
        return event;
    }

    /** What an attendee said to it; for a COUNTER with the times that they propose. */
    ObjectNode answer(Invitation invitation, Invitation.Attendee attendee) {
        Person person = attendee.person();
        ObjectNode event = event(invitation, "meeting.answered", invitation.stamp(), ":" + hash(lower(person.email())));
        ObjectNode data = (ObjectNode) event.get("data");
        data.putArray("attendees").add(JSON.<ObjectNode>valueToTree(person));
        put(data, "reason", invitation.comment());
        ObjectNode answers = data.putObject("answers");
        if (invitation.method().equals("COUNTER")) {
            // Only proposed: the meeting stays when it is until its organizer says otherwise.
            times(answers.put("status", "counter"), invitation);
        } else {
            answers.put("status", attendee.status());
        }
        return event;
    }

    private ObjectNode event(Invitation invitation, String type, Instant time, String more) {
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id(invitation, more))
                .put("source", source)
                .put("type", type)
                .put("time", time.toString())
                .put("sequence", String.format(Locale.ROOT, "%010d", invitation.sequence()));
        ObjectNode data = event.putObject("data").put("uid", invitation.key());
        if (invitation.recurrenceId() != null) {
            data.put("seriesUid", invitation.uid());
        }
        if (invitation.organizer() != null) {
            data.set("organizer", JSON.valueToTree(invitation.organizer()));
        }
        put(data, "timezone", invitation.timezone());
        put(data, "subject", invitation.subject());
        put(data, "location", invitation.location());
        return event;
    }

    private static String id(Invitation invitation, String more) {
        String id = String.join(
                        ":",
                        invitation.key(),
                        lower(invitation.method()),
                        Integer.toString(invitation.sequence()),
                        invitation.stamp().toString())
                + more;
        return id.length() <= LONGEST_ID ? id : hash(id);
    }

    /** Ids stand in logs and messages, where no address may. */
    private static String hash(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }

    private static void times(ObjectNode data, Invitation invitation) {
        if (invitation.start() != null) {
            data.put("start", invitation.start().toString());
            data.put("end", invitation.end().toString());
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
