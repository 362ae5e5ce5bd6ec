package dev.parley.delivery;

import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.Snapshot;
import dev.parley.dossier.Dossiers;
import dev.parley.store.Tx;
import java.util.List;
import java.util.Set;

/**
 * Meetings that were written as two before it was told that they are one, for conversations that have become one since:
 * what was written for the other conversation is remembered of the one that holds the meeting now.
 */
final class DoubledMeetings {

    private final Tx tx;
    private final DueConversations due;

    DoubledMeetings(Tx tx, DueConversations due) {
        this.tx = tx;
        this.due = due;
    }

    /** Adds to what is remembered of these conversations. */
    void inherit(Memory memory, List<Snapshot> conversations) {
        for (Snapshot conversation : conversations) {
            List<Snapshot> others = openedBy(conversation);
            if (!others.isEmpty()) {
                inherit(memory, conversation, Memory.of(tx, others));
            }
        }
    }

    private void inherit(Memory memory, Snapshot conversation, Memory others) {
        Set<String> ids = Dossiers.laterMeetingIds(conversation.conversation());
        others.applied().forEach((key, record) -> {
            RecordKey name = key.record();
            if (WrittenBefore.SOBJECTS.contains(name.sobject())
                    && ids.contains(name.key())
                    && memory.applied(conversation, name) == null) {
                memory.adopt(tx, AppliedRow.Key.of(conversation.rowId(), name), record);
            }
        });
    }

    /** A conversation that a meeting opened bears the UID that was the meeting's first then. */
    private List<Snapshot> openedBy(Snapshot conversation) {
        List<ConversationKey> keys = conversation.conversation().meetingStates().stream()
                .flatMap(meeting -> meeting.laterUids().stream().map(uid -> new ConversationKey(meeting.source(), uid)))
                .toList();
        return keys.isEmpty()
                ? List.of()
                : due.look(keys).stream()
                        .filter(other -> other.rowId() != conversation.rowId())
                        .toList();
    }
}
