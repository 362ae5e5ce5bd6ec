package dev.parley.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Which of the conversations the plugin has not yet carried into the CRM. */
final class Deliveries {

    private static final String DUE = "due";
    private static final String UNKNOWN = "unknown";

    private final PluginClient plugin;
    private final List<SampleConversation> pending;
    private final int total;

    Deliveries(PluginClient plugin, List<SampleConversation> conversations) {
        this.plugin = plugin;
        this.pending = new ArrayList<>(conversations);
        this.total = conversations.size();
    }

    /** Asks after those that are still pending, shows the progress, and says whether all are settled. */
    boolean settled(Progress progress) {
        pending.removeIf(conversation -> isSettled(status(conversation)));
        progress.done(total - pending.size());
        return pending.isEmpty();
    }

    /** Those that are not settled, with what the plugin says of them. */
    List<String> missing() {
        return pending.stream()
                .map(conversation -> conversation.id() + " (" + status(conversation) + ")")
                .toList();
    }

    /** What the plugin says of the conversation's delivery, and whether any of its records was laid aside. */
    String status(SampleConversation conversation) {
        return plugin.conversation(conversation).map(Deliveries::status).orElse(UNKNOWN);
    }

    private static String status(JsonNode view) {
        String status = view.at("/delivery/status").asText(UNKNOWN);
        int letters = view.path("deadLetters").size();
        return letters == 0 ? status : "%s, %d dead letters".formatted(status, letters);
    }

    private static boolean isSettled(String status) {
        return !status.startsWith(DUE) && !status.startsWith(UNKNOWN);
    }
}
