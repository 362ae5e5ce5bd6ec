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
     * Hands over each conversation in which somebody of this role spoke then.
     *
     * @return whether that were all of them
     */
    boolean each(Period period, Role role, Consumer<Heard> taker) {
        long after = 0;
        for (int seen = 0; seen < MOST; seen += PAGE) {
            List<Snapshot> page = conversations.lately(period.since(), after, PAGE);
            page.forEach(snapshot -> hand(snapshot, period, role, taker));
            if (page.size() < PAGE) {
                return true;
            }
            after = page.get(PAGE - 1).rowId();
        }
        return false;
    }

    private void hand(Snapshot snapshot, Period period, Role role, Consumer<Heard> taker) {
        List<MessageState> messages = conversations.messages(snapshot.rowId());
        if (messages.stream()
                .anyMatch(message -> message.post().author().role() == role && period.holds(at(message)))) {
            taker.accept(heard(snapshot, period, messages));
        }
    }

    /** A conversation that goes on for months is found by what was said last: most of it may be older. */
    private Heard heard(Snapshot snapshot, Period period, List<MessageState> messages) {
        Map<String, Note> notes = qualifier.notes(snapshot, mappings.get()).stream()
                .collect(Collectors.toMap(Note::id, Function.identity(), (one, other) -> other));
        // What came between the two looks has no note yet.
        Map<Boolean, List<Line>> lines = messages.stream()
                .filter(message ->
                        notes.containsKey(message.id()) && at(message).isBefore(period.until()))
                .map(message -> new Line(message, notes.get(message.id())))
                .collect(Collectors.partitioningBy(line -> period.holds(line.at()), Collectors.toUnmodifiableList()));
        return new Heard(
                snapshot.key(),
                team(snapshot),
                () -> stage(snapshot),
                lines.get(false),
                lines.get(true),
                names(messages));
    }

    private static Instant at(MessageState message) {
        return message.posted().time();
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
