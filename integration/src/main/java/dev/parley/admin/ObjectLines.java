package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;

/** The JSON objects of a file, one a line; a bad line is named with its number, and the others go on. */
final class ObjectLines implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final PrintWriter complaints;
    private final EventLines lines;
    private final Queue<EventLines.Line> batch = new ArrayDeque<>();
    private long bad;

    ObjectLines(Path file, PrintWriter complaints) throws IOException {
        this.file = file;
        this.complaints = complaints;
        this.lines = new EventLines(file, 0, 0);
    }

    /** The next object that has an id, or null at the end. */
    JsonNode next() throws IOException {
        while (true) {
            if (batch.isEmpty()) {
                batch.addAll(lines.batch());
            }
            EventLines.Line line = batch.poll();
            if (line == null) {
                return null;
            }
            JsonNode object = line.fault() == null ? JSON.readTree(line.bytes()) : null;
            if (object != null && !id(object).isEmpty()) {
                return object;
            }
            complain(line, object == null ? line.fault() : "no 'id'");
        }
    }

    private void complain(EventLines.Line line, String why) {
        bad++;
        complaints.println(file + ":" + line.number() + ": " + why);
    }

    /** How many lines were bad so far. */
    long bad() {
        return bad;
    }

    static String id(JsonNode object) {
        return object.path("id").asText("").strip();
    }

    /** A value of the object as text, or null if it has none. */
    static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
