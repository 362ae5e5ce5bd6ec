package dev.parley.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.ChatEvents;
import dev.parley.conversation.Envelope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Makes a ChatEvent of a CloudEvent in the JSON format (CloudEvents JSON Event Format 1.0), or says all that is wrong. */
final class Envelopes {

    private static final Duration AHEAD = Duration.ofDays(1);
    private static final int MOST_CHARACTERS = 255;
    private static final int NEAR = 5;

    private final EventSchema schema = new EventSchema();
    private final Clock clock;

    Envelopes(Clock clock) {
        this.clock = clock;
    }

    /**
     * The event, or null if something about it was added to the faults.
     *
     * @param event the CloudEvent
     * @param pointer where in the body it stands
     */
    ChatEvent read(JsonNode event, String pointer, Faults faults) {
        int before = faults.count();
        checkAttributes(event, pointer, faults);
        if (faults.count() > before || faults.isFull()) {
            return null;
        }
        ObjectNode data = event.get("data") instanceof ObjectNode sent ? sent : JsonNodeFactory.instance.objectNode();
        schema.checkData(event.get("type").textValue(), data, pointer + "/data", faults);
        Envelope envelope = envelope(event, data);
        checkEnvelope(envelope, pointer, faults);
        new WellFormedText(faults).mend(data, pointer + "/data");
        return faults.count() > before || faults.isFull() ? null : ChatEvents.read(envelope);
    }

    private void checkAttributes(JsonNode event, String pointer, Faults faults) {
        if (!event.isObject()) {
            faults.add(pointer, "must be a CloudEvent, a JSON object");
            return;
        }
        if (event.hasNonNull("data_base64")) {
            faults.add(pointer + "/data_base64", "is not taken: send the data as JSON in 'data'");
            return;
        }
        schema.checkAttributes(event, pointer, faults);
        checkType(event.path("type"), pointer + "/type", faults);
    }

    private void checkType(JsonNode type, String pointer, Faults faults) {
        if (!type.isTextual() || schema.types().contains(type.textValue())) {
            return;
        }
        if (ChatEvents.isOwn(type.textValue())) {
            faults.add(pointer, "is a type of event that only Parley itself sends");
        } else {
            faults.add(pointer, "is no known type of event. " + suggestion(type.textValue()));
        }
    }

    private String suggestion(String type) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return schema.types().stream()
                .filter(known -> type.length() <= MOST_CHARACTERS && distance.apply(known, type) <= NEAR)
                .min(Comparator.comparing(known -> distance.apply(known, type)))
                .map(known -> "Did you mean '" + known + "'?")
                .orElseGet(
                        () -> "There are: " + schema.types().stream().sorted().collect(Collectors.joining(", ")));
    }

    private static Envelope envelope(JsonNode event, ObjectNode data) {
        String sequence = event.path("sequence").textValue();
        return new Envelope(
                event.get("id").textValue(),
                event.get("source").textValue(),
                event.get("type").textValue(),
                event.path("subject").textValue(),
                Rfc3339.parse(event.get("time").textValue()),
                sequence == null ? "" : sequence,
                data);
    }

    private void checkEnvelope(Envelope envelope, String pointer, Faults faults) {
        Instant latest = clock.instant().plus(AHEAD);
        if (envelope.time().isAfter(latest)) {
            faults.add(pointer + "/time", "lies more than a day in the future: check the sender's clock");
        }
        if (envelope.subject() == null && !envelope.type().startsWith("meeting.")) {
            faults.add(pointer + "/subject", "is required: the conversation's id");
        }
        // JSON Schema counts code points; an index counts the UTF-16 units that most of them are stored as.
        requireShort(envelope.id(), pointer + "/id", faults);
        requireShort(envelope.subject(), pointer + "/subject", faults);
        requireShort(envelope.sequence(), pointer + "/sequence", faults);
        requireShort(envelope.source(), pointer + "/source", faults);
    }

    private static void requireShort(String value, String pointer, Faults faults) {
        if (value != null && value.length() > MOST_CHARACTERS) {
            faults.add(pointer, "may have at most " + MOST_CHARACTERS + " characters in UTF-16");
        }
    }
}
