package dev.parley.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The plugin's public interface as a chat service and as its administrator uses it. */
final class PluginClient {

    private final JsonHttp asChannel;
    private final JsonHttp asAdmin;

    PluginClient(URI plugin) {
        asChannel = new JsonHttp(plugin, PluginSettings.CHANNEL_TOKEN);
        asAdmin = new JsonHttp(plugin, PluginSettings.ADMIN_TOKEN);
    }

    /**
     * What the plugin took of a batch.
     *
     * @param accepted events that were new
     * @param duplicates events that it had
     */
    record Receipt(int accepted, int duplicates) {

        Receipt plus(Receipt other) {
            return new Receipt(accepted + other.accepted, duplicates + other.duplicates);
        }
    }

    /** Whether the plugin says that it can do its work. */
    boolean isReady() {
        try {
            return asAdmin.get("/q/health/ready").ok();
        } catch (UncheckedIOException notListeningYet) {
            return false;
        }
    }

    /** Sends the events as one batch; when this returns they are durable. */
    Receipt post(List<ObjectNode> events) {
        JsonHttp.Reply reply = asChannel.post("/v1/events", "application/cloudevents-batch+json", events.toString());
        if (reply.status() != 202) {
            throw new IllegalStateException("The plugin took no events: " + reply.status() + " " + reply.body());
        }
        return new Receipt(
                reply.body().path("accepted").asInt(),
                reply.body().path("duplicates").asInt());
    }

    /** What the plugin knows of the conversation; empty where it knows nothing. */
    Optional<JsonNode> conversation(SampleConversation conversation) {
        JsonHttp.Reply reply = asAdmin.get("/v1/conversations/" + conversation.source() + "/" + conversation.id());
        if (reply.status() == 404) {
            return Optional.empty();
        }
        if (!reply.ok()) {
            throw new IllegalStateException(
                    "The plugin answered " + reply.status() + " about " + conversation.id() + ": " + reply.body());
        }
        return Optional.of(reply.body());
    }
}
