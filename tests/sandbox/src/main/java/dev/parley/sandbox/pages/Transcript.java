package dev.parley.sandbox.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a transcript from the bodies of its parts: one message a line, long ones in pieces. */
final class Transcript {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, MessagePieces> byId = new LinkedHashMap<>();
    private int unreadable;

    private Transcript() {}

    /** Reads the bodies in the order of their parts. Empty ones say nothing; fields not known are passed over. */
    static Transcript of(Stream<String> bodies) {
        Transcript transcript = new Transcript();
        bodies.flatMap(String::lines).filter(line -> !line.isBlank()).forEach(transcript::add);
        return transcript;
    }

    /** The messages, in the order of their first line. */
    List<Message> messages() {
        return byId.values().stream().map(MessagePieces::whole).toList();
    }

    /** How many lines are no message. */
    int unreadable() {
        return unreadable;
    }

    private void add(String line) {
        try {
            JsonNode read = JSON.readTree(line);
            if (read.isObject()) {
                String id = read.path("id").asText("line " + (byId.size() + 1));
                byId.computeIfAbsent(id, none -> new MessagePieces()).add(read);
                return;
            }
        } catch (JsonProcessingException notJson) {
            // Counted below: the page says that a line could not be read, and shows the others.
        }
        unreadable++;
    }
}
