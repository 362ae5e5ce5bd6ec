package dev.parley.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.talk.Purpose;
import dev.parley.talk.Reading;
import dev.parley.talk.Speaker;
import dev.parley.talk.Talk;
import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code classify} answers to each line; a line that is no message gets an answer too, which says so. */
final class Judgements {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double FOUR_DIGITS = 10_000;

    private final Talk talk;
    private final Map<Long, String> bad = new LinkedHashMap<>();
    private long good;

    Judgements(Talk talk) {
        this.talk = talk;
    }

    /** How many lines were messages. */
    long good() {
        return good;
    }

    /** What is wrong with the others, by the number of the line, from 1. */
    Map<Long, String> bad() {
        return bad;
    }

    String of(HistoryEvents.Line line) {
        JsonNode id = null;
        String fault = line.fault();
        if (fault == null) {
            try {
                JsonNode message = JSON.readTree(line.bytes());
                id = message.path("id");
                fault = fault(message);
                if (fault == null) {
                    good++;
                    return answer(message).toString();
                }
            } catch (JsonProcessingException e) {
                fault = "no JSON: column " + e.getLocation().getColumnNr();
            } catch (java.io.IOException e) {
                fault = "no text in UTF-8";
            }
        }
        bad.put(line.number(), fault);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (id != null && id.isValueNode()) {
            answer.set("id", id);
        }
        return answer.put("line", line.number()).put("error", fault).toString();
    }

    private static String fault(JsonNode message) {
        if (!message.path("id").isValueNode() || message.path("id").isNull()) {
            return "'id' is missing";
        }
        if (!message.path("text").isTextual()) {
            return "'text' is missing, or no text";
        }
        boolean textual = isTextOrAbsent(message.path("role")) && isTextOrAbsent(message.path("lang"));
        return textual ? null : "'role' and 'lang' are texts, or left out";
    }

    private static boolean isTextOrAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull() || value.isTextual();
    }

    private ObjectNode answer(JsonNode message) {
        Reading reading = talk.read(
                message.path("text").textValue(),
                Speaker.of(message.path("role").textValue()),
                message.path("lang").textValue());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("id", message.path("id"));
        ArrayNode functions = answer.putArray("functions");
        for (Purpose purpose : reading.purposes()) {
            functions
                    .addObject()
                    .put("name", purpose.name())
                    .put("confidence", Math.round(purpose.confidence() * FOUR_DIGITS) / FOUR_DIGITS)
                    .put("evidence", purpose.evidence());
        }
        answer.put("wantsHuman", reading.wantsHuman());
        ArrayNode presence = answer.putArray("socialPresence");
        reading.presence().forEach(presence::add);
        return answer.put("lang", reading.language());
    }
}
