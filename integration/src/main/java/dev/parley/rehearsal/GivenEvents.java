package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.channel.EventReader;
import dev.parley.channel.Fault;
import dev.parley.channel.Problem;
import dev.parley.channel.ProblemException;
import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.ChatEvents;
import dev.parley.conversation.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of a test. Those that a chat service sends are read as the server reads them; those that Parley itself
 * adds to a conversation, which no service may send, are taken as they are.
 */
final class GivenEvents {

    /** No event of a test lies in the future. */
    private static final EventReader SENT = new EventReader(Rehearsal.AFTERWARDS);

    private GivenEvents() {}

    /**
     * The events of these CloudEvents.
     *
     * @throws ProblemException with a pointer to each wrong place in the list
     */
    static List<ChatEvent> read(List<ObjectNode> given) {
        ArrayNode sent = new ObjectMapper().createArrayNode();
        List<Integer> places = new ArrayList<>();
        List<ChatEvent> events = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            if (ChatEvents.isOwn(given.get(i).path("type").asText())) {
                events.add(own(given.get(i)));
            } else {
                sent.add(given.get(i));
                places.add(i);
            }
        }
        try {
            events.addAll(
                    SENT.read(sent.toString().getBytes(StandardCharsets.UTF_8), "application/cloudevents-batch+json"));
        } catch (ProblemException e) {
            throw Problem.invalid(e.problem().errors().stream()
                            .map(fault -> in(places, fault))
                            .toList())
                    .exception();
        }
        return events;
    }

    private static ChatEvent own(ObjectNode event) {
        return ChatEvents.read(new Envelope(
                event.path("id").asText(),
                event.path("source").asText(),
                event.path("type").asText(),
                event.path("subject").asText(null),
                Instant.parse(event.path("time").asText()),
                "",
                event.withObject("/data")));
    }

    /** The same fault, counted among all the events that were given. */
    private static Fault in(List<Integer> places, Fault fault) {
        String[] steps = fault.pointer().split("/", 3);
        if (steps.length < 2) {
            return fault;
        }
        String place = "/" + places.get(Integer.parseInt(steps[1]));
        return new Fault(steps.length == 2 ? place : place + "/" + steps[2], fault.detail());
    }
}
