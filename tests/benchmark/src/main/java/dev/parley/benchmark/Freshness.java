package dev.parley.benchmark;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How soon matching goes by what was changed in the CRM: from the org's answer to the change of an account's website, over
 * the change event, to the first view of a visitor of that domain that names the account. Looking again and again, and the
 * view's own time, are counted in.
 */
final class Freshness {

    private static final String SOURCE = "fresh";
    private static final int UNCOUNTED = 5;
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path home;
    private final int changes;

    Freshness(Path home, int changes) {
        this.home = home;
        this.changes = changes;
    }

    List<Figure> measure() {
        try (Org org = Org.start(home.resolve("org"));
                Plugin plugin = Plugin.start(home.resolve("plugin"), org.url())) {
            List<String> accounts = prepared(org, plugin);
            List<Double> seconds = new ArrayList<>();
            for (int n = 0; n < accounts.size(); n++) {
                double taken = change(org, plugin, n, accounts.get(n));
                // The first ones may find the change events not yet listened to.
                if (n >= UNCOUNTED) {
                    seconds.add(taken);
                }
            }
            return figures(seconds.stream().sorted().toList());
        }
    }

    /** Accounts without a website, and for each a conversation of somebody of the domain that it will have. */
    private List<String> prepared(Org org, Plugin plugin) {
        List<String> accounts = new ArrayList<>();
        List<List<ObjectNode>> talks = new ArrayList<>();
        for (int n = 0; n < changes + UNCOUNTED; n++) {
            accounts.add(org.account("Fresh Firm " + n));
            talks.add(hello(id(n), "kim@" + host(n)));
        }
        new ChatService(plugin.address()).post(talks, 1);
        await("the conversations are delivered").atMost(PATIENCE).until(() -> talks.stream()
                .map(talk -> talk.get(0).path("subject").asText())
                .noneMatch(id ->
                        plugin.view(SOURCE, id).at("/delivery/status").asText().equals("due")));
        return accounts;
    }

    private static double change(Org org, Plugin plugin, int n, String account) {
        if (!plugin.view(SOURCE, id(n)).at("/identity/accountId").isMissingNode()) {
            throw new IllegalStateException("an account is found for " + host(n) + " before one has it");
        }
        org.website(account, "https://www." + host(n));
        long changed = System.nanoTime();
        await("matching knows the account by " + host(n))
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK_EVERY)
                .until(() -> plugin.view(SOURCE, id(n))
                        .at("/identity/accountId")
                        .asText()
                        .equals(account));
        return (System.nanoTime() - changed) / 1e9;
    }

    private static String id(int n) {
        return "c" + n;
    }

    private static String host(int n) {
        return "fresh" + n + ".example";
    }

    private static List<ObjectNode> hello(String id, String email) {
        ObjectNode started = event(id, 1, "chat.conversation.started");
        started.putObject("data").putObject("visitor").put("name", "Kim").put("email", email);
        ObjectNode posted = event(id, 2, "chat.message.posted");
        posted.putObject("data")
                .put("id", "m1")
                .put("text", "Hello")
                .putObject("author")
                .put("role", "visitor");
        return List.of(started, posted);
    }

    private static ObjectNode event(String id, int number, String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", id + "-" + number)
                .put("source", SOURCE)
                .put("type", type)
                .put("subject", id)
                .put("time", Instant.now().toString());
    }

    private List<Figure> figures(List<Double> sorted) {
        String what = "a changed account is visible to matching after";
        return List.of(
                Figure.of(what + ", p50", "s", at(sorted, 50)),
                Figure.of(what + ", p99", "s", at(sorted, 99)).atMost(2),
                Figure.of(what + ", at the most", "s", at(sorted, 100)));
    }

    private static double at(List<Double> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
