package dev.parley.channel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.ChatEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Header;

/**
 * Reads events from the bytes of a request: one CloudEvent in structured mode or several in batched mode (CloudEvents
 * HTTP Protocol Binding 1.0 section 3), all of them or none.
 *
 * <p>A meeting event may come without a subject: the store then finds its conversation, by what is known of the meeting,
 * a signed link or an attendee's address, or opens one for it.
 */
public final class EventReader {

    /** The most events in one batch. */
    public static final int MOST_EVENTS = 10_000;

    private final StrictJson single = new StrictJson(ContentMode.STRUCTURED, 1);
    private final StrictJson batch = new StrictJson(ContentMode.BATCHED, MOST_EVENTS);
    private final Envelopes envelopes;

    /** @param clock tells what lies too far in the future */
    public EventReader(Clock clock) {
        this.envelopes = new Envelopes(clock);
    }

    /**
     * The events of a request.
     *
     * @param body as it came; at most 1 MiB for one event, 8 MiB for a batch
     * @param contentType of the body, or null
     * @return at least one event for structured mode; none for an empty batch
     * @throws ProblemException 400 with a pointer to each wrong place, 413 if it is too long, 415 if it is something else
     */
    public List<ChatEvent> read(@Body byte[] body, @Header("Content-Type") String contentType) {
        ContentMode mode = ContentMode.of(contentType);
        if (body == null || body.length == 0) {
            throw Problem.invalid("", "The body is empty.").exception();
        }
        if (body.length > mode.mostBytes()) {
            throw mode.tooLong().exception();
        }
        return mode == ContentMode.BATCHED ? events(batch.read(body), true) : events(single.read(body), false);
    }

    /**
     * The event of one JSON value that has been parsed already.
     *
     * @throws ProblemException 400 with a pointer to each wrong place
     */
    ChatEvent event(JsonNode value) {
        return events(List.of(value), false).get(0);
    }

    /**
     * The JSON value of a text frame, before it is known what it says.
     *
     * @throws ProblemException 400 if it is no JSON
     */
    JsonNode parse(byte[] frame) {
        return single.read(frame).get(0);
    }

    private List<ChatEvent> events(List<JsonNode> values, boolean batched) {
        Faults faults = new Faults();
        List<ChatEvent> events = new ArrayList<>(values.size());
        for (int i = 0; i < values.size() && !faults.isFull(); i++) {
            events.add(envelopes.read(values.get(i), batched ? "/" + i : "", faults));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults.found()).exception();
        }
        return events;
    }
}
