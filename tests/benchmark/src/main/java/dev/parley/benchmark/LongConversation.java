package dev.parley.benchmark;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Lists;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a message of one long conversation costs beside a message of many short ones. Both post the same number of
 * messages in requests of the same size to the same process, in pairs whose order changes.
 */
final class LongConversation {

    private static final int MESSAGES = 10_000;
    private static final int SHORT = 100;
    private static final int TOGETHER = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path home;
    private final int pairs;

    LongConversation(Path home, int pairs) {
        this.home = home;
        this.pairs = pairs;
    }

    /** What it took for all messages to be posted and delivered, per message. */
    private record Cost(double cpuMillis, double wallMillis) {}

    List<Figure> measure() {
        List<Cost> one = new ArrayList<>();
        List<Cost> many = new ArrayList<>();
        try (Org org = Org.start(home.resolve("org"));
                Plugin plugin = Plugin.start(home.resolve("plugin"), org.url())) {
            // The first pair warms the process up and is not counted.
            for (int pair = 0; pair <= pairs; pair++) {
                boolean longFirst = pair % 2 == 0;
                Cost first = longFirst ? aLongOne(org, plugin, pair) : shortOnes(org, plugin, pair);
                Cost second = longFirst ? shortOnes(org, plugin, pair) : aLongOne(org, plugin, pair);
                if (pair > 0) {
                    one.add(longFirst ? first : second);
                    many.add(longFirst ? second : first);
                }
            }
            plugin.reconcile();
        }
        return figures(one, many);
    }

    private static Cost aLongOne(Org org, Plugin plugin, int pair) {
        return cost(org, plugin, "long" + pair, 1, MESSAGES);
    }

    private static Cost shortOnes(Org org, Plugin plugin, int pair) {
        return cost(org, plugin, "short" + pair, MESSAGES / SHORT, SHORT);
    }

    private static Cost cost(Org org, Plugin plugin, String source, int conversations, int messages) {
        Traffic traffic = new Traffic(source, Instant.now().minus(Duration.ofHours(4)));
        List<List<ObjectNode>> batches = new ArrayList<>();
        for (int n = 0; n < conversations; n++) {
            batches.addAll(Lists.partition(traffic.conversation(n, messages), TOGETHER));
        }
        Duration cpu = plugin.cpu();
        long begun = System.nanoTime();
        new ChatService(plugin.address()).post(batches, 1);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> org.closed(source) == conversations);
        double wall = (System.nanoTime() - begun) / 1e6;
        return new Cost(plugin.cpu().minus(cpu).toMillis() / (double) MESSAGES, wall / MESSAGES);
    }

    private static List<Figure> figures(List<Cost> one, List<Cost> many) {
        List<Double> cpu = new ArrayList<>();
        List<Double> wall = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            cpu.add(one.get(i).cpuMillis() / many.get(i).cpuMillis());
            wall.add(one.get(i).wallMillis() / many.get(i).wallMillis());
        }
        return List.of(
                new Figure("message of 10,000 : message of 100, CPU of the plugin", "ratio", cpu, null).atMost(1.5),
                new Figure("message of 10,000 : message of 100, wall time", "ratio", wall, null).atMost(1.5),
                new Figure(
                        "message of 10,000, CPU of the plugin",
                        "ms",
                        one.stream().map(Cost::cpuMillis).toList(),
                        null),
                new Figure(
                        "message of 100, CPU of the plugin",
                        "ms",
                        many.stream().map(Cost::cpuMillis).toList(),
                        null));
    }
}
