package dev.parley.channel.mailbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.parley.mapping.MailedTranscript;
import dev.parley.mapping.MailedTranscript.Line;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes CloudEvents of a transcript. Their ids come from what it says, not from the mail that brought it: the same
 * transcript is the same events, however often it comes, and a longer one of the same conversation adds what is new.
 */
final class TranscriptEvents {

    /** Messages in one event, so that it stays well below the size that an event may have. */
    private static final int MOST_MESSAGES = 1_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String source;
    private final MailedTranscript transcript;
    private final String hash;
    private final String subject;
    private final List<ObjectNode> events = new ArrayList<>();

    private TranscriptEvents(String source, MailedTranscript transcript) {
        this.source = source;
        this.transcript = transcript;
        this.hash = hash(transcript.lines());
        this.subject = transcript.id() == null ? hash : transcript.id();
    }

    /** The events, as JSON. */
    static List<ObjectNode> of(String source, MailedTranscript transcript) {
        TranscriptEvents all = new TranscriptEvents(source, transcript);
        all.start();
        all.transcribe();
        all.close();
        return all.events;
    }

    private static String hash(List<Line> lines) {
        Hasher hasher = Hashing.sha256().newHasher();
        lines.forEach(line -> hasher.putString(words(line), StandardCharsets.UTF_8));
        return hasher.hash().toString().substring(0, 40);
    }

    private static String words(Line line) {
        return line.time() + "\n" + line.role() + "\n" + line.author() + "\n" + line.text() + "\n\u0000";
    }

    private void start() {
        ObjectNode data = event("started", "chat.conversation.started", transcript.started());
        data.put("channel", transcript.channel());
        data.set("visitor", JSON.valueToTree(transcript.visitor()));
        if (!transcript.page().isEmpty()) {
            data.set("page", JSON.valueToTree(transcript.page()));
        }
        if (transcript.department() != null) {
            data.put("department", transcript.department());
        }
    }

    private void transcribe() {
        Map<String, Integer> times = new HashMap<>();
        List<Line> lines = transcript.lines();
        Instant least = Instant.MIN;
        for (int from = 0; from < lines.size(); from += MOST_MESSAGES) {
            List<Line> some = lines.subList(from, Math.min(lines.size(), from + MOST_MESSAGES));
            ObjectNode data = event(
                    "transcribed:" + hash + ":" + from / MOST_MESSAGES,
                    "chat.conversation.transcribed",
                    transcript.ended());
            ArrayNode messages = data.putArray("messages");
            for (Line line : some) {
                Instant time = line.time().isBefore(least) ? least : line.time();
                message(messages.addObject(), line, times.merge(words(line), 1, Integer::sum), time);
            }
            // Between events only the time keeps the order, within one its place in the list does too.
            least = max(least, some.get(some.size() - 1).time()).plusMillis(1);
        }
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void message(ObjectNode message, Line line, int occurrence, Instant time) {
        String hash = Hashing.sha256()
                .hashString(words(line), StandardCharsets.UTF_8)
                .toString()
                .substring(0, 24);
        message.put("id", occurrence == 1 ? hash : hash + "-" + occurrence);
        ObjectNode author = message.putObject("author").put("role", line.role().word());
        if (line.author() != null) {
            author.put("name", line.author());
        }
        message.put("text", line.text()).put("time", time.toString());
    }

    private void close() {
        event("closed:" + hash, "chat.conversation.closed", transcript.ended());
    }

    /** A new event's data. */
    private ObjectNode event(String name, String type, Instant time) {
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", subject + ":" + name)
                .put("source", source)
                .put("type", type)
                .put("subject", subject)
                .put("time", time.toString());
        events.add(event);
        return event.putObject("data");
    }
}
