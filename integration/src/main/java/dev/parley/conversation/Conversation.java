package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the events of a conversation come to, its messages aside: aggregates only, so that taking in one more event
 * costs the same however long the conversation is.
 *
 * <p>It is the fold of its events: {@link #with} merges the earliest, the latest, or the number of what it is told, so
 * events may come in any order. That each is taken only once is the store's promise.
 *
 * @param first the earliest event, or null before any
 * @param last the latest event, or null before any
 * @param started the earliest {@code chat.conversation.started}, or null while there was none
 * @param transfers how often it was handed from one agent to another
 * @param facts the latest that was said of each thing, by the names in {@link Facts}
 * @param meetings what is known of meetings, by {@link MeetingChains#key}
 * @param attendee who was first said to come to a meeting, the organizer aside; null if nobody with an e-mail address or
 *     a phone number was
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Conversation(
        Position first,
        Position last,
        Position started,
        int transfers,
        SortedMap<String, Latest<JsonNode>> facts,
        SortedMap<String, MeetingFacts> meetings,
        Latest<Person> attendee) {

    /** Before any event. */
    public static final Conversation EMPTY =
            new Conversation(null, null, null, 0, new TreeMap<>(), new TreeMap<>(), null);

    /** Agents, meetings and purposes are as many as the chat service says; a hostile one shall not fill the memory. */
    private static final int MOST_OF_A_FAMILY = 100;

    public Conversation {
        facts = facts == null ? new TreeMap<>() : facts;
        meetings = meetings == null ? new TreeMap<>() : meetings;
    }

    /** The conversation after one more event. */
    Conversation with(ChatEvent event) {
        if (event instanceof ChatEvent.CrmContextChanged) {
            // It follows from all the others, and says nothing new of the conversation.
            return this;
        }
        Position at = event.envelope().position();
        boolean starts = event instanceof ChatEvent.ConversationStarted;
        boolean transferred = event instanceof ChatEvent.ParticipantLeft left && "transfer".equals(left.reason());
        boolean own = event instanceof ChatEvent.DeskEvent && first != null;
        Conversation after = new Conversation(
                own ? first : earlier(first, at),
                own ? last : Position.later(last, at),
                starts ? earlier(started, at) : started,
                transfers + (transferred ? 1 : 0),
                merged(event, at),
                meetings,
                attendee);
        return event instanceof ChatEvent.MeetingEvent meeting ? after.withMeeting(meeting) : after;
    }

    /** After what an event says of a meeting. */
    Conversation withMeeting(ChatEvent.MeetingEvent event) {
        return withMeetings(
                Map.of(
                        MeetingChains.key(
                                event.envelope().source(), event.meeting().uid()),
                        MeetingFacts.NONE.with(event)),
                event.meeting()
                        .guest()
                        .map(guest -> new Latest<>(event.envelope().position(), guest))
                        .orElse(null));
    }

    /** The same events in two places come to what all of them come to in one. */
    Conversation and(Conversation other) {
        SortedMap<String, Latest<JsonNode>> all = new TreeMap<>(facts);
        other.facts.forEach((name, latest) -> all.merge(name, latest, Latest::or));
        return new Conversation(
                        other.first == null ? first : earlier(first, other.first),
                        Position.later(last, other.last),
                        other.started == null ? started : earlier(started, other.started),
                        transfers + other.transfers,
                        all,
                        meetings,
                        attendee)
                .withMeetings(other.meetings, other.attendee);
    }

    Conversation withoutMeetings() {
        return new Conversation(first, last, started, transfers, facts, new TreeMap<>(), attendee);
    }

    Conversation withFacts(SortedMap<String, Latest<JsonNode>> others) {
        return new Conversation(first, last, started, transfers, others, meetings, attendee);
    }

    private Conversation withMeetings(Map<String, MeetingFacts> others, Latest<Person> guest) {
        SortedMap<String, MeetingFacts> all = new TreeMap<>(meetings);
        others.forEach((uid, said) -> all.merge(uid, said, MeetingFacts::and));
        bound(all);
        boolean first = attendee == null || (guest != null && guest.at().compareTo(attendee.at()) < 0);
        return new Conversation(this.first, last, started, transfers, facts, all, first ? guest : attendee);
    }

    private SortedMap<String, Latest<JsonNode>> merged(ChatEvent event, Position at) {
        SortedMap<String, Latest<JsonNode>> merged = new TreeMap<>(facts);
        Facts.of(event).forEach((name, value) -> merged.merge(name, new Latest<>(at, value), Latest::or));
        Facts.FAMILIES.forEach(family -> bound(merged.subMap(family, family + Character.MAX_VALUE)));
        return merged;
    }

    /** Always the last by name go, so that what is kept does not depend on the order of arrival. */
    private static void bound(SortedMap<String, ?> members) {
        while (members.size() > MOST_OF_A_FAMILY) {
            members.remove(members.lastKey());
        }
    }

    private static Position earlier(Position one, Position other) {
        return one == null || other.compareTo(one) < 0 ? other : one;
    }

    /** When it began: its start event, else its earliest event. */
    public Instant startedAt() {
        return (started != null ? started : first).time();
    }

    /** The latest that was said of a thing; a missing node if nothing was. */
    public JsonNode fact(String name) {
        Latest<JsonNode> latest = facts.get(name);
        return latest == null ? MissingNode.getInstance() : latest.value();
    }

    /** When the thing was last spoken of, or null if never. */
    public Instant saidAt(String name) {
        Latest<JsonNode> latest = facts.get(name);
        return latest == null ? null : latest.at().time();
    }

    /** All facts of a family, without the family's name: {@code family("agent.")} by the agents' ids. */
    public SortedMap<String, JsonNode> family(String prefix) {
        return facts.tailMap(prefix).entrySet().stream()
                .takeWhile(fact -> fact.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        fact -> fact.getKey().substring(prefix.length()),
                        fact -> fact.getValue().value(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** What has become of the meetings, one for each chain of UIDs, in the order of their sources and first UIDs. */
    public List<MeetingState> meetingStates() {
        return MeetingChains.of(meetings);
    }

    /** All that is known of the visitor; what the chat did not say, a meeting's guest tells if that is the same person. */
    public Person visitor() {
        Person said = new Person(
                visitor("id"),
                visitor("name"),
                visitor("email"),
                visitor("phone"),
                visitor("company"),
                visitor("title"),
                visitor("website"),
                visitor("country"),
                visitor("locale"));
        return attendee == null || !said.mayBe(attendee.value()) ? said : said.orElse(attendee.value());
    }

    /** Other customers who take part, by the chat service's ids of them, at most 100. */
    public List<Person> peers() {
        SortedMap<String, Person> peers = new TreeMap<>();
        family(Facts.PEER_NAME)
                .forEach((id, name) ->
                        peers.put(id, new Person(id, name.asText(), null, null, null, null, null, null, null)));
        family(Facts.PEER).forEach((id, known) -> peers.put(id, Json.MAPPER.convertValue(known, Person.class)));
        return List.copyOf(peers.values());
    }

    private String visitor(String field) {
        return fact(Facts.VISITOR + field).asText(null);
    }
}
