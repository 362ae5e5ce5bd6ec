package dev.parley.channel;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.OwnEvents.Numbered;

/** Parley's own events as text frames: CloudEvents JSON Event Format 1.0, with the extension attribute {@code number}. */
final class OwnFrames {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OwnFrames() {}

    static String text(Numbered event) {
        Envelope envelope = event.event();
        ObjectNode frame = JSON.createObjectNode();
        frame.put("specversion", "1.0")
                .put("id", envelope.id())
                .put("source", envelope.source())
                .put("type", envelope.type())
                .put("subject", envelope.subject())
                .put("time", envelope.time().toString())
                // CloudEvents integers have 32 bits.
                .put("number", String.valueOf(event.number()))
                .put("datacontenttype", "application/json");
        if (!envelope.sequence().isEmpty()) {
            frame.put("sequence", envelope.sequence());
        }
        return frame.set("data", envelope.data()).toString();
    }
}
