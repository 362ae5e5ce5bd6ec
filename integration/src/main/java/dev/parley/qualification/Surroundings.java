package dev.parley.qualification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.MeetingState;
import dev.parley.conversation.Position;
import dev.parley.conversation.Snapshot;
import dev.parley.identity.Directory;
import dev.parley.identity.Identity;
import dev.parley.identity.Identity.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds out what is known around a conversation, from the copy of the CRM; it asks nobody. */
final class Surroundings {

    /** Salesforce writes the offset without a colon. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    private final Directory directory;

    Surroundings(Directory directory) {
        this.directory = directory;
    }

    Circumstances of(Snapshot conversation, Identity identity) {
        Position last = conversation.conversation().last();
        return new Circumstances(
                fields("Account", identity.accountId()),
                opportunities(identity),
                person(identity),
                contactSince(identity),
                identity.kind() == Kind.NEW,
                conversation.conversation().visitor().email() != null
                        || conversation.conversation().visitor().phone() != null
                        || identity.kind() == Kind.CONTACT,
                last == null ? null : last.time(),
                nextMeeting(conversation));
    }

    private static String person(Identity identity) {
        return switch (identity.kind()) {
            case CONTACT -> "contact";
            case LEAD -> "lead";
            case NEW, ANONYMOUS -> null;
        };
    }

    private Set<String> opportunities(Identity identity) {
        Set<String> opportunities = new TreeSet<>();
        if (identity.opportunityId() != null) {
            opportunities.add("open");
        }
        if (identity.accountId() != null && directory.hasWon(identity.accountId())) {
            opportunities.add("won");
        }
        return opportunities;
    }

    private Map<String, String> fields(String sobject, String id) {
        Map<String, String> fields = new HashMap<>();
        if (id != null) {
            ObjectNode known = directory.current(sobject, id).orElse(null);
            if (known != null) {
                known.properties().stream()
                        .filter(field -> field.getValue().isValueNode()
                                && !field.getValue().isNull())
                        .forEach(field ->
                                fields.put(field.getKey(), field.getValue().asText()));
            }
        }
        return fields;
    }

    private Instant contactSince(Identity identity) {
        String created = fields("Contact", identity.contactId()).get("CreatedDate");
        try {
            return created == null ? null : OffsetDateTime.parse(created, TIME).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The first that begins after the conversation's last event: what was over by then does not come next. */
    private static Instant nextMeeting(Snapshot conversation) {
        Position last = conversation.conversation().last();
        return conversation.conversation().meetingStates().stream()
                .filter(MeetingState::isScheduled)
                .filter(meeting -> Set.of("Booked", "Rescheduled")
                        .contains(meeting.status().word()))
                .map(MeetingState::start)
                .filter(start -> last != null && start.isAfter(last.time()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
