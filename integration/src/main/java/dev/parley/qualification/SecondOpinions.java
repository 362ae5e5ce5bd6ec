package dev.parley.qualification;

import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.MessageState;
import dev.parley.conversation.Readings;
import dev.parley.conversation.Snapshot;
import dev.parley.mapping.FunctionsMapping;
import dev.parley.mapping.TalkMappings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks somebody else of messages of which rules and models leave open what they are for. Nobody waits for it: the first
 * opinion stands until the other one comes, and the conversation is looked at again then. What waits when the program
 * ends is not asked.
 */
public final class SecondOpinions {

    private static final Logger LOG = LoggerFactory.getLogger(SecondOpinions.class);
    private static final int MOST_WAITING = 500;
    private static final Duration RECENT = Duration.ofHours(24);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Readings readings;
    private final DueConversations due;
    private final SecondOpinion other;
    private final Clock clock;
    private final Consumer<Outcome> counter;
    private final ConcurrentLinkedQueue<Doubt> waiting = new ConcurrentLinkedQueue<>();
    private final Set<Message> known = ConcurrentHashMap.newKeySet();
    private volatile Instant pausedUntil = Instant.EPOCH;

    /** What an answer did. */
    public enum Outcome {
        /** It says something that nobody had thought of. */
        ADDED,
        /** It says what was thought, or nothing. */
        AGREED,
        /** There was none. */
        FAILED
    }

    private record Message(long conversation, String id) {}

    /** A note as it is kept, in whose place one with the other opinion comes. */
    private record Doubt(Message message, ConversationKey key, String kept, Note note, FunctionsMapping functions) {}

    /**
     * Asks this one.
     *
     * @param counter is told what each answer did
     */
    public SecondOpinions(
            Readings readings, DueConversations due, SecondOpinion other, Clock clock, Consumer<Outcome> counter) {
        this.readings = readings;
        this.due = due;
        this.other = other;
        this.clock = clock;
        this.counter = counter;
    }

    /** Notes what is to be asked of a conversation; of history nothing is, and of what is too much neither. */
    void doubt(Snapshot conversation, List<String> kept, List<Note> notes, TalkMappings talk) {
        if (!conversation.live()) {
            return;
        }
        Map<String, FunctionsMapping> languages =
                talk.functions().stream().collect(Collectors.toMap(FunctionsMapping::language, Function.identity()));
        for (int i = 0; i < notes.size(); i++) {
            Note note = notes.get(i);
            FunctionsMapping functions = note.language() == null ? null : languages.get(note.language());
            if (functions != null && note.isUndecided() && isRecent(note)) {
                add(new Doubt(
                        new Message(conversation.rowId(), note.id()),
                        conversation.key(),
                        kept.get(i),
                        note,
                        functions));
            }
        }
    }

    /** Of what was said long ago nobody is asked, also where it is read anew by other files. */
    private boolean isRecent(Note note) {
        return note.at() != null && note.at().isAfter(clock.instant().minus(RECENT));
    }

    private void add(Doubt doubt) {
        if (known.size() < MOST_WAITING && known.add(doubt.message())) {
            waiting.add(doubt);
        }
    }

    /** Asks of one message, if one waits and there is no pause after a failure. How often, says who calls. */
    public void ask() {
        Doubt doubt = clock.instant().isBefore(pausedUntil) ? null : waiting.poll();
        if (doubt != null) {
            try {
                counter.accept(ask(doubt));
            } finally {
                known.remove(doubt.message());
            }
        }
    }

    private Outcome ask(Doubt doubt) {
        Optional<String> text = readings.message(
                        doubt.message().conversation(), doubt.message().id())
                .filter(MessageState::counts)
                .map(state -> state.text().value());
        if (text.isEmpty()) {
            return Outcome.AGREED;
        }
        try {
            return take(doubt, other.of(text.get(), doubt.functions()));
        } catch (SecondOpinion.NoOpinion e) {
            pausedUntil = clock.instant().plus(PAUSE);
            LOG.warn("No second opinion for a minute, the first one stands: {}", e.getMessage());
            return Outcome.FAILED;
        }
    }

    private Outcome take(Doubt doubt, Optional<String> function) {
        Note before = doubt.note();
        Note after = before.with(function, other.name());
        boolean kept = readings.amend(
                doubt.message().conversation(), doubt.message().id(), doubt.kept(), Qualifier.text(after));
        if (kept && !after.uses().equals(before.uses())) {
            due.hurry(List.of(doubt.key()));
            return Outcome.ADDED;
        }
        return Outcome.AGREED;
    }
}
