package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the events of one UID say of a meeting: the latest of each thing, so that an answer or a cancellation, which
 * repeat little of the booking, take nothing of it away. What was only asked for stands beside what was agreed.
 *
 * @param said the latest of each thing, by the names below
 */
record MeetingFacts(@JsonValue SortedMap<String, Latest<JsonNode>> said) {

    static final MeetingFacts NONE = new MeetingFacts(new TreeMap<>());

    static final String STATE = "state";
    /** It was booked, whatever became of it. */
    static final String BOOKED = "booked";

    static final String PREVIOUS_UID = "previousUid";
    static final String TIMES = "times";
    static final String TIMEZONE = "timezone";
    static final String ORGANIZER = "organizer";
    static final String ATTENDEES = "attendees";
    static final String SUBJECT = "subject";
    static final String LOCATION = "location";
    static final String ANSWERS = "answers";

    /** Family: what attendees answered, by {@link #nameOf} them. */
    static final String REPLY = "reply.";

    /** Before the name of a thing: what somebody asks for, which counts where nothing was agreed. */
    private static final String ASKED = "asked.";

    private static final int MOST_ATTENDEES = 20;
    private static final int MOST_REPLIES = 20;
    private static final int MOST_CHARACTERS = 255;

    @JsonCreator
    MeetingFacts {}

    /** After one more event. */
    MeetingFacts with(ChatEvent.MeetingEvent event) {
        Position at = event.envelope().position();
        SortedMap<String, Latest<JsonNode>> all = new TreeMap<>(said);
        news(event)
                .properties()
                .forEach(fact -> all.merge(fact.getKey(), new Latest<>(at, fact.getValue()), Latest::or));
        return bounded(all);
    }

    private static ObjectNode news(ChatEvent.MeetingEvent event) {
        Meeting meeting = event.meeting();
        MeetingStatus status = MeetingStatus.after(event);
        ObjectNode news = Json.MAPPER.createObjectNode();
        if (status == null) {
            news.set(REPLY + nameOf(meeting), reply(meeting));
        } else {
            String prefix = status == MeetingStatus.REQUESTED ? ASKED : "";
            details(meeting, status).properties().forEach(fact -> news.set(prefix + fact.getKey(), fact.getValue()));
        }
        return news;
    }

    /** The latest that was said of a thing: of what was agreed, else of what was asked for; null if nothing was. */
    Latest<JsonNode> latest(String name) {
        Latest<JsonNode> agreed = said.get(name);
        return agreed == null ? said.get(ASKED + name) : agreed;
    }

    /** What is asked for since it was last said where it stands: its times, or nothing where any will do. */
    Optional<Latest<JsonNode>> wish() {
        Latest<JsonNode> asked = said.get(ASKED + STATE);
        Latest<JsonNode> agreed = said.get(STATE);
        if (asked == null || (agreed != null && agreed.at().compareTo(asked.at()) >= 0)) {
            return Optional.empty();
        }
        Latest<JsonNode> times = said.get(ASKED + TIMES);
        // A wish without a time takes back an earlier one with a time.
        boolean timed = times != null && times.at().equals(asked.at());
        return Optional.of(new Latest<>(asked.at(), timed ? times.value() : Json.MAPPER.createObjectNode()));
    }

    /** Whether more is known than that somebody asks for it. */
    boolean isAgreed() {
        return said.containsKey(STATE);
    }

    /** The UID before this one, or null. */
    String previousUid() {
        Latest<JsonNode> previous = latest(PREVIOUS_UID);
        return previous == null ? null : previous.value().asText();
    }

    /** What each attendee answered, in the order of their names. */
    List<JsonNode> replies() {
        return said.subMap(REPLY, REPLY + Character.MAX_VALUE).values().stream()
                .map(Latest::value)
                .toList();
    }

    /** The same events in two places come to what all of them come to in one. */
    MeetingFacts and(MeetingFacts other) {
        SortedMap<String, Latest<JsonNode>> all = new TreeMap<>(said);
        other.said.forEach((name, latest) -> all.merge(name, latest, Latest::or));
        return bounded(all);
    }

    private static MeetingFacts bounded(SortedMap<String, Latest<JsonNode>> all) {
        SortedMap<String, Latest<JsonNode>> replies = all.subMap(REPLY, REPLY + Character.MAX_VALUE);
        while (replies.size() > MOST_REPLIES) {
            replies.remove(replies.lastKey());
        }
        return new MeetingFacts(all);
    }

    private static ObjectNode details(Meeting meeting, MeetingStatus status) {
        ObjectNode details = Json.MAPPER.createObjectNode();
        ObjectNode state = details.putObject(STATE).put("status", status.name());
        if (status != MeetingStatus.REQUESTED && status != MeetingStatus.CANCELLED) {
            details.put(BOOKED, true);
        }
        put(state, "reason", meeting.reason());
        if (meeting.start() != null) {
            ObjectNode times =
                    details.putObject(TIMES).put("start", meeting.start().toString());
            put(times, "end", meeting.end() == null ? null : meeting.end().toString());
        }
        if (meeting.previousUid() != null && !meeting.previousUid().equals(meeting.uid())) {
            details.put(PREVIOUS_UID, meeting.previousUid());
        }
        put(details, TIMEZONE, meeting.timezone());
        put(details, SUBJECT, meeting.subject());
        put(details, LOCATION, meeting.location());
        people(details, meeting);
        if (meeting.answers() != null && !meeting.answers().isNull()) {
            details.set(ANSWERS, Bounded.of(meeting.answers()));
        }
        return details;
    }

    private static void people(ObjectNode details, Meeting meeting) {
        if (meeting.organizer() != null) {
            details.set(ORGANIZER, person(meeting.organizer()));
        }
        if (!meeting.attendees().isEmpty()) {
            ArrayNode attendees = details.putArray(ATTENDEES);
            meeting.attendees().stream().limit(MOST_ATTENDEES).forEach(attendee -> attendees.add(person(attendee)));
        }
    }

    /** Who answered: by e-mail address where it is known. */
    private static String nameOf(Meeting meeting) {
        Person person = meeting.attendees().isEmpty()
                ? Person.UNKNOWN
                : meeting.attendees().get(0);
        return Stream.of(person.email(), person.id(), person.name())
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .map(name -> shortened(name.strip().toLowerCase(Locale.ROOT)))
                .orElse("");
    }

    private static ObjectNode reply(Meeting meeting) {
        ObjectNode reply = Json.MAPPER.createObjectNode();
        if (!meeting.attendees().isEmpty()) {
            reply.set("attendee", person(meeting.attendees().get(0)));
        }
        put(reply, "reason", meeting.reason());
        if (meeting.answers() != null && Json.text(meeting.answers()).length() <= MOST_CHARACTERS) {
            reply.set("answers", meeting.answers());
        }
        return reply;
    }

    private static ObjectNode person(Person person) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        put(node, "id", person.id());
        put(node, "name", person.name());
        put(node, "email", person.email());
        put(node, "phone", person.phone());
        put(node, "locale", person.locale());
        return node;
    }

    private static void put(ObjectNode node, String name, String value) {
        if (value != null && !value.isBlank()) {
            node.put(name, shortened(value.strip()));
        }
    }

    private static String shortened(String text) {
        return Bounded.shortened(text, MOST_CHARACTERS);
    }
}
