package dev.parley.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.Facts;
import dev.parley.conversation.MessageState;
import dev.parley.conversation.Role;
import dev.parley.conversation.Snapshot;
import dev.parley.delivery.Planner;
import dev.parley.mapping.MappingSet;
import dev.parley.qualification.Note;
import dev.parley.qualification.Qualifier;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Goes through the conversations of the store, one after another. */
public final class Hearing {

    private static final int PAGE = 100;

    /** Where there are more, a report ends with them and says so: it must not keep the server from its work. */
    static final int MOST = 20_000;

    private static final String UNKNOWN = "Unknown";

    private final DueConversations conversations;
    private final Planner planner;
    private final Qualifier qualifier;
    private final Supplier<MappingSet> mappings;

    /** Over the store, by the mapping files in force. */
    public Hearing(
            DueConversations conversations, Planner planner, Qualifier qualifier, Supplier<MappingSet> mappings) {
        this.conversations = conversations;
        this.planner = planner;
        this.qualifier = qualifier;
        this.mappings = mappings;
    }

    /**
     * Hands over each conversation in which somebody of this role spoke since then.
     *
     * @return whether that were all of them
     */
    boolean each(Instant since, Role role, Consumer<Heard> taker) {
        long after = 0;
        for (int seen = 0; seen < MOST; seen += PAGE) {
            List<Snapshot> page = conversations.lately(since, after, PAGE);
            page.forEach(snapshot -> hand(snapshot, since, role, taker));
            if (page.size() < PAGE) {
                return true;
            }
            after = page.get(PAGE - 1).rowId();
        }
        return false;
    }

    private void hand(Snapshot snapshot, Instant since, Role role, Consumer<Heard> taker) {
        List<MessageState> messages = conversations.messages(snapshot.rowId());
        if (messages.stream()
                .anyMatch(message -> message.post().author().role() == role && !isEarlier(message, since))) {
            taker.accept(heard(snapshot, since, messages));
        }
    }

    private Heard heard(Snapshot snapshot, Instant since, List<MessageState> messages) {
        Map<String, Note> notes = qualifier.notes(snapshot, mappings.get()).stream()
                .collect(Collectors.toMap(Note::id, Function.identity(), (one, other) -> other));
        // What came between the two looks has no note yet.
        Map<Boolean, List<Line>> lines = messages.stream()
                .filter(message -> notes.containsKey(message.id()))
                .collect(Collectors.partitioningBy(
                        message -> isEarlier(message, since),
                        Collectors.mapping(
                                message -> new Line(message, notes.get(message.id())),
                                Collectors.toUnmodifiableList())));
        return new Heard(
                snapshot.key(),
                team(snapshot),
                () -> stage(snapshot),
                lines.get(true),
                lines.get(false),
                names(messages));
    }

    /** A conversation that goes on for months is found by what was said last: most of it may be older. */
    private static boolean isEarlier(MessageState message, Instant since) {
        return message.posted().time().isBefore(since);
    }

    private static String team(Snapshot snapshot) {
        return snapshot.conversation()
                .fact(Facts.DEPARTMENT)
                .asText(snapshot.key().source());
    }

    private String stage(Snapshot snapshot) {
        JsonNode dossier = planner.understand(snapshot).dossier();
        return dossier.path("qualification").path("stage").asText(UNKNOWN);
    }

    private static Map<String, String> names(List<MessageState> messages) {
        Map<String, String> names = new HashMap<>();
        messages.stream()
                .map(message -> message.post().author())
                .filter(author -> author.role() == Role.AGENT && author.id() != null && author.name() != null)
                .forEach(author -> names.put(author.id(), author.name()));
        return names;
    }
}
