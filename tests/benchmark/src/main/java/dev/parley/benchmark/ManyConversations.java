package dev.parley.benchmark;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Many conversations of usual length, as fast as the plugin takes them: calls, time, and that nothing was lost. */
final class ManyConversations {

    private static final int MESSAGES = 12;
    private static final int TOGETHER = 25;
    private static final int CONNECTIONS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Path home;
    private final int conversations;

    ManyConversations(Path home, int conversations) {
        this.home = home;
        this.conversations = conversations;
    }

    List<Figure> measure() {
        try (Org org = Org.start(home.resolve("org"));
                Plugin plugin = Plugin.start(home.resolve("plugin"), org.url())) {
            Traffic traffic = new Traffic("many", Instant.now().minus(Duration.ofHours(1)));
            List<List<ObjectNode>> batches = IntStream.range(0, conversations / TOGETHER)
                    .mapToObj(batch -> batch(traffic, batch))
                    .toList();
            Duration cpu = plugin.cpu();
            long begun = System.nanoTime();
            new ChatService(plugin.address()).post(batches, CONNECTIONS);
            double accepted = seconds(begun);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> org.closed("many") == conversations);
            double delivered = seconds(begun);
            double spent = plugin.cpu().minus(cpu).toMillis() / 1000.0;
            long cost = org.cost();
            plugin.reconcile();
            return figures(accepted, delivered, spent, cost);
        }
    }

    private List<Figure> figures(double accepted, double delivered, double cpu, long cost) {
        String name = "%,d conversations of %d messages: ".formatted(conversations, MESSAGES);
        int events = conversations * (MESSAGES + 2);
        return List.of(
                Figure.of(name + "API calls each", "calls", (double) cost / conversations)
                        .atMost(0.03),
                Figure.of(name + "all accepted after", "s", accepted),
                Figure.of(name + "all delivered after", "s", delivered),
                Figure.of(name + "accepted", "events/s", events / accepted),
                Figure.of(name + "delivered", "chats/s", conversations / delivered),
                Figure.of(name + "CPU of the plugin each", "ms", 1000 * cpu / conversations));
    }

    private static List<ObjectNode> batch(Traffic traffic, int batch) {
        return IntStream.range(batch * TOGETHER, (batch + 1) * TOGETHER)
                .mapToObj(n -> traffic.conversation(n, MESSAGES))
                .flatMap(List::stream)
                .toList();
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
