package dev.parley.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The rules that an event sent to Parley keeps, as far as a sample can break them. */
final class EventRules {

    private static final Map<String, Set<String>> REQUIRED = Map.ofEntries(
            Map.entry("chat.conversation.started", Set.of()),
            Map.entry("chat.form.submitted", Set.of("/answers")),
            Map.entry("chat.message.posted", Set.of("/id", "/author/role", "/text")),
            Map.entry("chat.message.edited", Set.of("/id", "/text")),
            Map.entry("chat.message.deleted", Set.of("/id")),
            Map.entry("chat.participant.joined", Set.of("/participant", "/role")),
            Map.entry("chat.participant.left", Set.of("/participant", "/role")),
            Map.entry("chat.visitor.identified", Set.of("/visitor")),
            Map.entry("chat.rating.given", Set.of("/value", "/scale")),
            Map.entry("chat.conversation.closed", Set.of("/by")),
            Map.entry("chat.callback.requested", Set.of()),
            Map.entry("meeting.booked", Set.of("/uid", "/start", "/end", "/organizer", "/attendees")));

    private static final Set<String> ATTRIBUTES = Set.of("id", "source", "type", "subject", "time", "sequence", "data");
    private static final Set<String> PERSON =
            Set.of("id", "name", "email", "phone", "company", "title", "website", "country", "locale");
    private static final Set<String> ROLES = Set.of("visitor", "agent", "bot", "system", "peer");

    private EventRules() {}

    /** What is wrong with the event, each in words; empty when nothing is. */
    static List<String> broken(JsonNode event) {
        List<String> broken = new ArrayList<>();
        String type = event.path("type").asText();
        event.fieldNames().forEachRemaining(name -> {
            if (!ATTRIBUTES.contains(name)) {
                broken.add("unknown attribute " + name);
            }
        });
        Set<String> required = REQUIRED.get(type);
        if (required == null) {
            return List.of("unknown type '" + type + "'");
        }
        required.stream()
                .filter(pointer -> event.path("data").at(pointer).isMissingNode())
                .forEach(pointer -> broken.add("no data" + pointer));
        String role = event.at("/data/author/role").asText("visitor");
        if (!ROLES.contains(role)) {
            broken.add("unknown role " + role);
        }
        persons(event.path("data")).forEach(person -> person.fieldNames().forEachRemaining(name -> {
            if (!PERSON.contains(name)) {
                broken.add("a person has no " + name);
            }
        }));
        return broken;
    }

    private static Stream<JsonNode> persons(JsonNode data) {
        return Stream.concat(
                Stream.of("visitor", "participant", "organizer").map(data::path),
                data.path("attendees").valueStream());
    }
}
