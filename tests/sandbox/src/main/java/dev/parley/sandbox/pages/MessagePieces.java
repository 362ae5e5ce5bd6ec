package dev.parley.sandbox.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The lines of one message. The first piece says who and when; of two lines for one piece the later counts. */
final class MessagePieces {
    private final NavigableMap<Integer, JsonNode> pieces = new TreeMap<>();

    void add(JsonNode line) {
        pieces.put(line.path("piece").asInt(1), line);
    }

    Message whole() {
        JsonNode head = pieces.firstEntry().getValue();
        StringBuilder text = new StringBuilder();
        pieces.values().forEach(piece -> text.append(piece.path("text").asText("")));
        return new Message(
                at(head.path("at").asText("")),
                head.path("role").asText(""),
                head.path("name").asText(""),
                text.toString(),
                head.path("edited").asBoolean(),
                head.path("private").asBoolean(),
                attachments(head.path("attachments")),
                pieces.size() >= head.path("of").asInt(1));
    }

    private static Instant at(String written) {
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    private static List<Message.Attachment> attachments(JsonNode list) {
        return StreamSupport.stream((list.isArray() ? list : MissingNode.getInstance()).spliterator(), false)
                .map(file -> new Message.Attachment(
                        file.path("name").asText(""), file.path("url").asText("")))
                .toList();
    }
}
