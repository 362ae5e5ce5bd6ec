package dev.parley.admin;

import dev.parley.channel.EventReader;
import dev.parley.channel.Problem;
import dev.parley.channel.ProblemException;
import dev.parley.conversation.ChatEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Events of a file, one a line, read without a server; a bad line is noted and the others go on. */
final class PreviewedEvents {

    private static final String ONE_EVENT = "application/cloudevents+json";

    private final EventReader reader = new EventReader(Clock.systemUTC());
    private final Path file;
    private final List<BadLine> bad = new ArrayList<>();
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    PreviewedEvents(Path file) {
        this.file = file;
    }

    /**
     * A line that is no event.
     *
     * @param number from 1
     * @param why without the line's text
     */
    record BadLine(long number, String why) {}

    /** Reads the file, some events at a time. */
    void read(Consumer<List<ChatEvent>> use) throws IOException {
        try (EventLines lines = new EventLines(file, 0, 0)) {
            for (List<EventLines.Line> batch = lines.batch(); !batch.isEmpty(); batch = lines.batch()) {
                List<ChatEvent> events = new ArrayList<>();
                batch.forEach(line -> read(line, events));
                use.accept(events);
            }
        }
    }

    private void read(EventLines.Line line, List<ChatEvent> events) {
        if (line.fault() != null) {
            bad.add(new BadLine(line.number(), line.fault()));
            return;
        }
        try {
            ChatEvent event = reader.read(line.bytes(), ONE_EVENT).get(0);
            Instant time = event.envelope().time();
            first = time.isBefore(first) ? time : first;
            last = time.isAfter(last) ? time : last;
            events.add(event);
        } catch (ProblemException e) {
            Problem problem = e.problem();
            bad.add(new BadLine(line.number(), problem.detail()));
        }
    }

    /** The lines that are no events, in the order of the file. */
    List<BadLine> bad() {
        return bad;
    }

    /** From the first event to the last. */
    Duration span() {
        return first.isAfter(last) ? Duration.ZERO : Duration.between(first, last);
    }
}
