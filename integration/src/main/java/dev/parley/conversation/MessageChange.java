package dev.parley.conversation;

import dev.parley.conversation.ChatEvent.ConversationTranscribed;
import dev.parley.conversation.ChatEvent.MessageDeleted;
import dev.parley.conversation.ChatEvent.MessageEdited;
import dev.parley.conversation.ChatEvent.MessagePosted;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What an event does to one message.
 *
 * @param messageId which message
 * @param change from what was known of it to what is known now
 */
record MessageChange(String messageId, UnaryOperator<MessageState> change) {

    /** All that an event does to messages; a transcript does as much as the posts that it replaces. */
    static List<MessageChange> of(ChatEvent event) {
        Position at = event.envelope().position();
        if (event instanceof MessagePosted e) {
            return List.of(posted(at, e.message()));
        } else if (event instanceof MessageEdited e) {
            return List.of(new MessageChange(e.messageId(), state -> state.edited(at, e.text())));
        } else if (event instanceof MessageDeleted e) {
            return List.of(new MessageChange(e.messageId(), MessageState::removed));
        } else if (event instanceof ConversationTranscribed e) {
            return IntStream.range(0, e.messages().size())
                    .mapToObj(i -> posted(
                            within(at, i, e.messages().get(i)), e.messages().get(i)))
                    .toList();
        }
        return List.of();
    }

    private static MessageChange posted(Position at, Message message) {
        return new MessageChange(message.id(), state -> state.posted(at, message));
    }

    /** Messages of a transcript keep its order where their times do not tell it. */
    private static Position within(Position transcript, int index, Message message) {
        return new Position(
                message.time() == null ? transcript.time() : message.time(),
                String.format(java.util.Locale.ROOT, "%06d", index),
                transcript.id());
    }
}
