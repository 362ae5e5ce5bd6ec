package dev.parley.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Something that happened in a conversation, one record for each type of event. Each carries its whole envelope, so
 * nothing that was sent is lost; the typed parts are what Parley itself reads.
 */
public sealed interface ChatEvent {

    /** The CloudEvents attributes and the data as they arrived. */
    Envelope envelope();

    /** {@code chat.conversation.started}. */
    record ConversationStarted(
            Envelope envelope,
            String channel,
            Page page,
            Person visitor,
            String department,
            String locale,
            Boolean proactive)
            implements ChatEvent {}

    /** {@code chat.form.submitted}: the answers that name the visitor, the others stay in the envelope. */
    record FormSubmitted(Envelope envelope, Person answers) implements ChatEvent {}

    /** {@code chat.message.posted}. */
    record MessagePosted(Envelope envelope, Message message) implements ChatEvent {}

    /** {@code chat.message.edited}; {@code text} is null where the service does not say the new one. */
    record MessageEdited(Envelope envelope, String messageId, String text) implements ChatEvent {}

    /** {@code chat.message.deleted}. */
    record MessageDeleted(Envelope envelope, String messageId) implements ChatEvent {}

    /** {@code chat.participant.joined}; the role is null where the service does not say it. */
    record ParticipantJoined(Envelope envelope, Person participant, Role role) implements ChatEvent {}

    /** {@code chat.participant.left}; {@code reason} "transfer" means that somebody else goes on. */
    record ParticipantLeft(Envelope envelope, Person participant, Role role, String reason) implements ChatEvent {}

    /** {@code chat.visitor.identified}. */
    record VisitorIdentified(Envelope envelope, Person visitor) implements ChatEvent {}

    /** {@code chat.rating.given}. */
    record RatingGiven(Envelope envelope, Rating rating) implements ChatEvent {}

    /** {@code chat.conversation.closed}. */
    record ConversationClosed(Envelope envelope, String by, String reason) implements ChatEvent {}

    /** {@code chat.conversation.transcribed}: the whole transcript at once. */
    record ConversationTranscribed(Envelope envelope, List<Message> messages, Person visitor) implements ChatEvent {}

    /** {@code chat.callback.requested}. */
    record CallbackRequested(Envelope envelope, String phone, String email, String when) implements ChatEvent {}

    /** {@code chat.consent.changed}. */
    record ConsentChanged(Envelope envelope, String purpose, Boolean given) implements ChatEvent {}

    /** {@code chat.erasure.requested}. */
    record ErasureRequested(Envelope envelope, Person visitor) implements ChatEvent {}

    /** What happened to a meeting. */
    sealed interface MeetingEvent extends ChatEvent {

        /** What the event says of it. */
        Meeting meeting();
    }

    /** {@code meeting.requested}. */
    record MeetingRequested(Envelope envelope, Meeting meeting) implements MeetingEvent {}

    /** {@code meeting.booked}. */
    record MeetingBooked(Envelope envelope, Meeting meeting) implements MeetingEvent {}

    /** {@code meeting.rescheduled}. */
    record MeetingRescheduled(Envelope envelope, Meeting meeting) implements MeetingEvent {}

    /** {@code meeting.cancelled}. */
    record MeetingCancelled(Envelope envelope, Meeting meeting) implements MeetingEvent {}

    /** {@code meeting.answered}. */
    record MeetingAnswered(Envelope envelope, Meeting meeting) implements MeetingEvent {}

    /** {@code meeting.held}. */
    record MeetingHeld(Envelope envelope, Meeting meeting) implements MeetingEvent {}

    /** {@code meeting.missed}. */
    record MeetingMissed(Envelope envelope, Meeting meeting) implements MeetingEvent {}

    /** What Parley itself appended: the chat service is to hear of it. */
    sealed interface OwnEvent extends ChatEvent {}

    /** What is done about a conversation: it is no part of the talk, which becomes neither older nor more recent by it. */
    sealed interface DeskEvent extends OwnEvent {}

    /** What became of an offer to a seller, appended by Parley. */
    sealed interface HandoffEvent extends DeskEvent {

        /** Which of the conversation's offers it is about, from 1. */
        default int rank() {
            return envelope().data().path("rank").asInt();
        }
    }

    /** {@code handoff.offered}: a seller was asked. */
    record HandoffOffered(Envelope envelope) implements HandoffEvent {}

    /** {@code handoff.accepted}. */
    record HandoffAccepted(Envelope envelope) implements HandoffEvent {}

    /** {@code handoff.declined}. */
    record HandoffDeclined(Envelope envelope) implements HandoffEvent {}

    /** {@code handoff.expired}: nobody answered in time; the last one, that nobody is left to ask. */
    record HandoffExpired(Envelope envelope) implements HandoffEvent {}

    /** {@code follow-up.due}: a seller is to write to a visitor whom nobody answered, or who was cut off. */
    record FollowUpDue(Envelope envelope) implements DeskEvent {}

    /** {@code service.breached}: a promise of service was not kept; again with the delay once somebody has answered. */
    record ServiceBreached(Envelope envelope) implements DeskEvent {}

    /** {@code crm.context.changed}, appended by Parley. */
    record CrmContextChanged(Envelope envelope) implements OwnEvent {}

    /** {@code meeting.slots.offered}, appended by Parley. */
    record MeetingSlotsOffered(Envelope envelope) implements OwnEvent {}

    /** {@code meeting.confirmed}, appended by Parley. */
    record MeetingConfirmed(Envelope envelope) implements OwnEvent {}

    /**
     * The page the visitor was on.
     *
     * @param url or null
     * @param title or null
     * @param referrer or null
     * @param campaign or null
     */
    record Page(String url, String title, String referrer, String campaign) {}

    /**
     * How the visitor liked it.
     *
     * @param value on {@code scale}, or null
     * @param scale the best value there is, or null
     * @param comment or null
     */
    record Rating(Double value, Double scale, String comment) {}

    /** The same event around other data, read anew from it. */
    default ChatEvent withData(ObjectNode data) {
        return ChatEvents.read(envelope().withData(data));
    }
}
