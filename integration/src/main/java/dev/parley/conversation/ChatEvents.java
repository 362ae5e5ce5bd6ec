package dev.parley.conversation;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.parley.conversation.ChatEvent.*;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads the data of an event into the record of its type. */
public final class ChatEvents {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private static final Map<String, Function<Envelope, ChatEvent>> TYPES = Map.ofEntries(
            Map.entry("chat.conversation.started", ChatEvents::started),
            Map.entry("chat.form.submitted", e -> new FormSubmitted(e, person(e, "answers"))),
            Map.entry("chat.message.posted", e -> new MessagePosted(e, as(e.data(), Message.class))),
            Map.entry("chat.message.edited", e -> new MessageEdited(e, text(e, "id"), text(e, "text"))),
            Map.entry("chat.message.deleted", e -> new MessageDeleted(e, text(e, "id"))),
            Map.entry("chat.participant.joined", e -> new ParticipantJoined(e, person(e, "participant"), role(e))),
            Map.entry(
                    "chat.participant.left",
                    e -> new ParticipantLeft(e, person(e, "participant"), role(e), text(e, "reason"))),
            Map.entry("chat.visitor.identified", e -> new VisitorIdentified(e, person(e, "visitor"))),
            Map.entry("chat.rating.given", e -> new RatingGiven(e, as(e.data(), Rating.class))),
            Map.entry("chat.conversation.closed", e -> new ConversationClosed(e, text(e, "by"), text(e, "reason"))),
            Map.entry("chat.conversation.transcribed", ChatEvents::transcribed),
            Map.entry(
                    "chat.callback.requested",
                    e -> new CallbackRequested(e, text(e, "phone"), text(e, "email"), text(e, "when"))),
            Map.entry("chat.consent.changed", e -> new ConsentChanged(e, text(e, "purpose"), flag(e, "given"))),
            Map.entry("chat.erasure.requested", e -> new ErasureRequested(e, person(e, "visitor"))),
            Map.entry("meeting.requested", e -> new MeetingRequested(e, as(e.data(), Meeting.class))),
            Map.entry("meeting.booked", e -> new MeetingBooked(e, as(e.data(), Meeting.class))),
            Map.entry("meeting.rescheduled", e -> new MeetingRescheduled(e, as(e.data(), Meeting.class))),
            Map.entry("meeting.cancelled", e -> new MeetingCancelled(e, as(e.data(), Meeting.class))),
            Map.entry("meeting.answered", e -> new MeetingAnswered(e, as(e.data(), Meeting.class))),
            Map.entry("meeting.held", e -> new MeetingHeld(e, as(e.data(), Meeting.class))),
            Map.entry("meeting.missed", e -> new MeetingMissed(e, as(e.data(), Meeting.class))),
            Map.entry("handoff.offered", HandoffOffered::new),
            Map.entry("handoff.accepted", HandoffAccepted::new),
            Map.entry("handoff.declined", HandoffDeclined::new),
            Map.entry("handoff.expired", HandoffExpired::new),
            Map.entry("follow-up.due", FollowUpDue::new),
            Map.entry("service.breached", ServiceBreached::new),
            Map.entry("crm.context.changed", CrmContextChanged::new),
            Map.entry("meeting.slots.offered", MeetingSlotsOffered::new),
            Map.entry("meeting.confirmed", MeetingConfirmed::new));

    private static final Set<String> OWN = Set.of(
            "handoff.offered",
            "handoff.accepted",
            "handoff.declined",
            "handoff.expired",
            "follow-up.due",
            "service.breached",
            "crm.context.changed",
            "meeting.slots.offered",
            "meeting.confirmed");

    private ChatEvents() {}

    /** Whether Parley alone adds events of that type to a conversation. */
    public static boolean isOwn(String type) {
        return OWN.contains(type);
    }

    /** The types of events there are. */
    public static Set<String> types() {
        return TYPES.keySet();
    }

    /**
     * The event that an envelope carries.
     *
     * @throws IllegalArgumentException if the type is unknown or the data does not fit it; a channel checks both
     *     beforehand, so that it can say what is wrong and where
     */
    public static ChatEvent read(Envelope envelope) {
        Function<Envelope, ChatEvent> reader = TYPES.get(envelope.type());
        if (reader == null) {
            throw new IllegalArgumentException("unknown type of event '" + envelope.type() + "'");
        }
        return reader.apply(envelope);
    }

    private static ConversationStarted started(Envelope e) {
        return new ConversationStarted(
                e,
                text(e, "channel"),
                as(e.data().get("page"), Page.class),
                person(e, "visitor"),
                text(e, "department"),
                text(e, "locale"),
                flag(e, "proactive"));
    }

    private static ConversationTranscribed transcribed(Envelope e) {
        Message[] messages = as(e.data().get("messages"), Message[].class);
        return new ConversationTranscribed(e, messages == null ? List.of() : List.of(messages), person(e, "visitor"));
    }

    private static Person person(Envelope e, String field) {
        Person person = as(e.data().get(field), Person.class);
        return person == null ? Person.UNKNOWN : person;
    }

    private static Role role(Envelope e) {
        return as(e.data().get("role"), Role.class);
    }

    private static String text(Envelope e, String field) {
        return e.data().path(field).asText(null);
    }

    private static Boolean flag(Envelope e, String field) {
        return e.data().hasNonNull(field) ? e.data().get(field).asBoolean() : null;
    }

    private static <T> T as(JsonNode node, Class<T> type) {
        return node == null || node.isNull() ? null : JSON.convertValue(node, type);
    }
}
