package dev.parley.sandbox.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * The sample conversations with their times.
 *
 * <p>The start is fixed at the first replay into a home folder and kept in its file {@code replay-start}: a second one
 * sends the same events, and they count as duplicates.
 */
final class Replay {

    private final Instant start;

    private Replay(Instant start) {
        this.start = start;
    }

    /** The replay that belongs to the home folder, begun {@code now} if there was none. */
    static Replay in(Path home, Instant now) throws IOException {
        Path file = home.resolve("replay-start");
        if (Files.notExists(file)) {
            Files.createDirectories(home);
            Files.writeString(file, now.truncatedTo(ChronoUnit.SECONDS) + System.lineSeparator());
        }
        return new Replay(Instant.parse(Files.readString(file).strip()));
    }

    /** All events of the conversations in the order in which they happened, as complete CloudEvents. */
    List<ObjectNode> events(List<SampleConversation> conversations) {
        return conversations.stream()
                .flatMap(conversation -> conversation.events().stream())
                .map(this::timed)
                .sorted(Comparator.comparing(
                        event -> Instant.parse(event.get("time").asText())))
                .toList();
    }

    private ObjectNode timed(ObjectNode sample) {
        ObjectNode event = sample.deepCopy().put("specversion", "1.0");
        event.put("time", start.plus(offset(sample.get("time").asText())).toString());
        if (event.get("type").asText().startsWith("meeting.")) {
            ObjectNode meeting = (ObjectNode) event.get("data");
            meeting.put("start", appointment(meeting.get("start").asText()));
            meeting.put("end", appointment(meeting.get("end").asText()));
        }
        return event;
    }

    /** People meet on the hour. */
    private String appointment(String offset) {
        return start.truncatedTo(ChronoUnit.HOURS).plus(offset(offset)).toString();
    }

    private static Duration offset(String text) {
        return Duration.parse(text);
    }
}
