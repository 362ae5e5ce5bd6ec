package dev.parley.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.mapping.SourceMapping;
import dev.parley.mapping.SourceTranslation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** What a service exports, translated by its source file into the events that its webhooks would have told. */
final class ExportEvents implements HistoryEvents {

    private static final int MOST_BYTES = 3 << 20;
    private static final int MOST_EVENTS = 1_000;

    private final SourceMapping mapping;
    private final ExportedBodies bodies;
    private long number;
    private Instant latest;

    /**
     * @param bookmark how far it was read before
     * @throws CommandFailed if the file is no JSON up to there
     */
    ExportEvents(Path file, SourceMapping mapping, Bookmark bookmark) throws IOException {
        this.mapping = mapping;
        this.bodies = new ExportedBodies(file, mapping.exports());
        this.latest = bookmark.latest() == null ? Instant.EPOCH : bookmark.latest();
        this.number = bookmark.lines();
        bodies.skip(number);
    }

    @Override
    public List<Line> batch() throws IOException {
        List<Line> batch = new ArrayList<>();
        long start = offset();
        JsonNode body = next();
        while (body != null) {
            batch.addAll(lines(body));
            boolean full = batch.size() >= MOST_EVENTS || offset() - start >= MOST_BYTES && !batch.isEmpty();
            body = full ? null : next();
        }
        return batch;
    }

    private JsonNode next() throws IOException {
        try {
            JsonNode body = bodies.next();
            number += body == null ? 0 : 1;
            return body;
        } catch (JsonProcessingException e) {
            throw new CommandFailed("After body " + number + " the file stops being JSON: line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr()
                    + ". What stands before it is loaded; repair it there and run the command again.");
        }
    }

    /** Its events, or the reason why there are none: a body is loaded whole or not at all. */
    private List<Line> lines(JsonNode body) {
        ObjectNode scope = JsonNodeFactory.instance.objectNode();
        scope.set("body", body);
        scope.putObject("headers");
        scope.putObject("query");
        SourceTranslation translation = mapping.translate(scope, latest);
        Instant told = told(translation);
        if (told.isAfter(latest)) {
            // What tells no time of its own happened when the rest of its body did, never now: it is history.
            translation = mapping.translate(scope, told);
            latest = told;
        }
        if (!translation.failures().isEmpty()) {
            return List.of(
                    new Line(number, new byte[0], translation.failures().get(0).toString()));
        }
        if (translation.events().isEmpty()) {
            String why =
                    BodyKind.of(body) + " tells nothing that " + mapping.place().file() + " translates";
            return List.of(new Line(number, new byte[0], why, true));
        }
        return translation.events().stream()
                .map(event -> new Line(number, event.toString().getBytes(StandardCharsets.UTF_8), null))
                .toList();
    }

    private Instant told(SourceTranslation translation) {
        return translation.events().stream()
                .map(event -> time(event.path("time").asText()))
                .reduce(latest, (one, other) -> other.isAfter(one) ? other : one);
    }

    /** The server says what is wrong with one that is none. */
    private Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return latest;
        }
    }

    @Override
    public long offset() {
        return bodies.offset();
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public Instant latest() {
        return latest;
    }

    @Override
    public void close() throws IOException {
        bodies.close();
    }
}
