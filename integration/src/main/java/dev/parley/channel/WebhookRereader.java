package dev.parley.channel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Inbox;
import dev.parley.mapping.SourceMapping;

/** Reads a kept body anew, by the files that are in force now. */
final class WebhookRereader implements UnreadReader {

    private final Webhooks webhooks;
    private final WebhookKeeper keeper;
    private final WebhookBodies bodies;
    private final WebhookTranslator translator;
    private final Inbox inbox;

    WebhookRereader(
            Webhooks webhooks, WebhookKeeper keeper, WebhookBodies bodies, WebhookTranslator translator, Inbox inbox) {
        this.webhooks = webhooks;
        this.keeper = keeper;
        this.bodies = bodies;
        this.translator = translator;
        this.inbox = inbox;
    }

    @Override
    public boolean reads(String mediaType) {
        return keeper.keeps(mediaType);
    }

    @Override
    public void read(RawBody body) {
        SourceMapping source = webhooks.mappings()
                .get()
                .source(body.source())
                .orElseThrow(() -> new Unreadable(null, "there is no source file of this name any more"));
        WebhookCall call = keeper.call(body);
        inbox.receive(translator.translate(source, scope(source, call), call.receivedAt()));
    }

    /** It was well-formed when it came, but the file may say now that it is written otherwise. */
    private ObjectNode scope(SourceMapping source, WebhookCall call) {
        try {
            return bodies.read(source, call);
        } catch (ProblemException e) {
            throw new Unreadable(source.place(), e.getMessage());
        }
    }
}
