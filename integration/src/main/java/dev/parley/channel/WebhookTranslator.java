package dev.parley.channel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.ChatEvent;
import dev.parley.mapping.SourceMapping;
import dev.parley.mapping.SourceTranslation;
import dev.parley.mapping.SourceTranslation.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/** Makes events of a delivery by its source file, and holds them to the rules that events from anywhere have to keep. */
final class WebhookTranslator {

    private final EventReader reader;

    WebhookTranslator(EventReader reader) {
        this.reader = reader;
    }

    /** The events as a list; or the {@link Unreadable} that says why there are none. */
    public Object read(
            @ExchangeProperty("source") SourceMapping source,
            @ExchangeProperty("call") WebhookCall call,
            @Body ObjectNode scope) {
        try {
            return translate(source, scope, call.receivedAt());
        } catch (Unreadable e) {
            return e;
        }
    }

    /**
     * The events, all of them.
     *
     * @throws Unreadable if one of them cannot be made, or would be no good event
     */
    List<ChatEvent> translate(SourceMapping source, ObjectNode scope, Instant receivedAt) {
        SourceTranslation translation = source.translate(scope, receivedAt);
        if (!translation.failures().isEmpty()) {
            Failure first = translation.failures().get(0);
            throw new Unreadable(first.place(), first.message());
        }
        List<ChatEvent> events = new ArrayList<>();
        for (ObjectNode event : translation.events()) {
            events.add(checked(translation, events.size(), event));
        }
        return events;
    }

    private ChatEvent checked(SourceTranslation translation, int index, ObjectNode event) {
        try {
            return reader.event(event);
        } catch (ProblemException e) {
            Fault first = e.problem().errors().stream()
                    .findFirst()
                    .orElse(new Fault("", e.problem().detail()));
            throw new Unreadable(
                    translation.place(index, first.pointer()),
                    "the event would be wrong: " + first.pointer() + " " + first.detail());
        }
    }
}
