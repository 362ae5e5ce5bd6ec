package dev.parley.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.channel.Fault;
import dev.parley.channel.ProblemException;
import dev.parley.conversation.ChatEvent;
import dev.parley.delivery.Mode;
import dev.parley.delivery.Plan;
import dev.parley.identity.Progress;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.TestFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A test of the records that events become.
 *
 * @param file it stands in
 * @param pointer to it in the file
 * @param test as it stands there
 * @param beside gives the file that it names
 */
record RecordTest(TestFile file, String pointer, JsonNode test, Attachments beside) {

    private static final int CLAIM = 200;

    /** All that is not as it should be. */
    List<Mismatch> run(Rehearsal rehearsal, MappingSet shipped) {
        MappingSet mappings = test.has("rules") ? shipped.recognising(test.path("rules")) : shipped;
        List<ChatEvent> events;
        try {
            events = events();
        } catch (ProblemException e) {
            return e.problem().errors().stream().map(this::wrongEvent).toList();
        } catch (Attachments.Missing e) {
            return List.of(Mismatch.of(file.place(pointer + "/file"), e.getMessage()));
        }
        rehearsal.begin();
        rehearsal.receive(events, test.path("history").asBoolean(false));
        Scene scene = rehearsal.scene(given(), mappings, Progress.SILENT);
        List<Plan> plans = new ArrayList<>();
        scene.plan(mappings, this::eventId, CLAIM, plans::addAll);
        List<Mismatch> mismatches = new ArrayList<>(FailureExpectations.check(
                file,
                pointer,
                test,
                plans.stream().flatMap(plan -> plan.failures().stream()).toList()));
        mismatches.addAll(IdentityExpectations.check(
                file, pointer, test, plans.stream().map(Plan::identity).toList()));
        if (test.has("routing")) {
            mismatches.addAll(RoutingExpectations.check(
                    file, pointer, test.path("routing"), mappings.routing(), scene.dossiers(mappings)));
        }
        mismatches.addAll(RecordExpectations.check(
                file, pointer, test, mappings, scene.written(plans).changes()));
        return mismatches;
    }

    private Rehearsal.Given given() {
        Mode mode = Mode.valueOf(test.path("mode").asText("handoff").toUpperCase(Locale.ROOT));
        Map<String, List<ObjectNode>> records = new HashMap<>();
        test.path("crm").properties().forEach(type -> {
            List<ObjectNode> rows = new ArrayList<>();
            type.getValue().forEach(row -> rows.add((ObjectNode) row));
            records.put(type.getKey(), rows);
        });
        return new Rehearsal.Given(new GivenCrm(records), source -> mode, true);
    }

    private List<ChatEvent> events() {
        return GivenEvents.read(
                test.has("file") ? lines() : ShortEvents.whole(test.has("events") ? test.path("events") : visit()));
    }

    /** A conversation of the visitor, in which one thing is said. */
    private ArrayNode visit() {
        ArrayNode events = new ObjectMapper().createArrayNode();
        events.addObject()
                .put("type", "chat.conversation.started")
                .putObject("data")
                .set("visitor", test.path("visitor"));
        ObjectNode message = events.addObject()
                .put("type", "chat.message.posted")
                .putObject("data")
                .put("id", "m1");
        message.putObject("author").put("role", "visitor");
        message.put("text", test.path("said").asText("Hello"));
        return events;
    }

    private List<ObjectNode> lines() {
        String text = new String(beside.read(file.name(), test.path("file").asText()), StandardCharsets.UTF_8);
        List<ObjectNode> events = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> events.add(event(line, events.size() + 1)));
        return events;
    }

    private static ObjectNode event(String line, int number) {
        try {
            return new ObjectMapper().readValue(line, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new Attachments.Missing("event " + number + " of the file is no JSON object", e);
        }
    }

    /** The fault's pointer counts events as the test does. */
    private Mismatch wrongEvent(Fault fault) {
        String at = test.has("file") ? pointer + "/file" : pointer + "/events" + fault.pointer();
        return Mismatch.of(file.place(at), "is no event: " + fault.pointer() + " " + fault.detail());
    }

    /** The Event of the org that a meeting has become already. */
    private Optional<String> eventId(String meeting) {
        for (JsonNode row : test.path("crm").path("Event")) {
            if (row.path("Chat_Key__c").asText().equals(meeting)) {
                return Optional.of(row.path("Id").asText());
            }
        }
        return Optional.empty();
    }
}
