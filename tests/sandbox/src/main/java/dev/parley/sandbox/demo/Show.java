package dev.parley.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What the demo shows once org and plugin are started: the replay, the table, and where to look next. */
final class Show {

    private static final Duration TO_START = Duration.ofSeconds(60);
    private static final Duration TO_DELIVER = Duration.ofMinutes(2);
    private static final int BATCH = 20;

    private final URI pluginUri;
    private final URI orgUri;
    private final Screen screen;
    private final Patience patience;
    private final PluginClient plugin;
    private final OrgClient org;

    Show(URI pluginUri, URI orgUri, OrgClient org, Screen screen, Patience patience) {
        this.pluginUri = pluginUri;
        this.orgUri = orgUri;
        this.org = org;
        this.screen = screen;
        this.patience = patience;
        this.plugin = new PluginClient(pluginUri);
    }

    /** Plays the whole of it, up to the addresses; the plugin must have been started. */
    void play(Replay replay, List<SampleConversation> conversations) throws InterruptedException {
        if (!patience.until(plugin::isReady, TO_START)) {
            throw new IllegalStateException("The plugin was not ready within " + TO_START.toSeconds() + " s: "
                    + pluginUri + "/q/health/ready says why.");
        }
        send(replay.events(conversations));
        Deliveries deliveries = new Deliveries(plugin, conversations);
        try (Progress progress = screen.progress("Conversations delivered", conversations.size())) {
            if (!patience.until(() -> deliveries.settled(progress), TO_DELIVER)) {
                screen.print("Not delivered within " + TO_DELIVER.toSeconds() + " s: "
                        + String.join(", ", deliveries.missing()));
            }
        }
        Outcomes outcomes = Outcomes.read(org, conversations, deliveries::status);
        screen.print("");
        screen.print(outcomes.table().lines(screen.width()));
        screen.print("");
        screen.print(outcomes.sums());
        screen.print("");
        screen.print(whereToLook(outcomes));
        screen.print("");
        screen.print(addresses());
    }

    private void send(List<ObjectNode> events) {
        PluginClient.Receipt sum = new PluginClient.Receipt(0, 0);
        try (Progress progress = screen.progress("Events sent", events.size())) {
            for (int from = 0; from < events.size(); from += BATCH) {
                int to = Math.min(from + BATCH, events.size());
                sum = sum.plus(plugin.post(events.subList(from, to)));
                progress.done(to);
            }
        }
        screen.print("%d events were new, %d were there already.".formatted(sum.accepted(), sum.duplicates()));
    }

    /** A few record pages, each of another kind, where to chat, and where its mail is read. */
    private List<String> whereToLook(Outcomes outcomes) {
        return Stream.of(
                        page(outcomes, "Account", "an account with its conversations"),
                        page(outcomes, "Opportunity", "an opportunity and what was said about it"),
                        page(outcomes, "Lead", "a lead that a chat made"),
                        List.of(
                                orgUri + "/site/  the company's site: chat with it",
                                orgUri + "/desk/  the agent's desk: answer",
                                orgUri + "/mail/  the mail that went to sellers",
                                pluginUri + "/console/  the admin's pages"))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> page(Outcomes outcomes, String sobject, String what) {
        return outcomes.all().stream()
                .map(outcome -> outcome.found().path(sobject + "__c"))
                .filter(JsonNode::isTextual)
                .limit(1)
                .map(id -> "%s/lightning/r/%s/%s/view  %s".formatted(orgUri, sobject, id.asText(), what))
                .toList();
    }

    private List<String> addresses() {
        return List.of(
                "PARLEY READY",
                "plugin " + pluginUri,
                "org " + orgUri,
                "token " + PluginSettings.CHANNEL_TOKEN,
                "admin " + PluginSettings.ADMIN_TOKEN);
    }
}
