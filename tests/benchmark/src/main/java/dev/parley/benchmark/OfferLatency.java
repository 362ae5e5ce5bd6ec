package dev.parley.benchmark;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * How soon a seller is asked: from sending the message in which a visitor wants a person to the offer's event down the
 * stream, while conversations of six messages begin at a steady rate whether or not the plugin keeps up.
 */
final class OfferLatency {

    private static final int MESSAGES = 6;
    private static final int ASKING = 4;
    private static final long BETWEEN_MESSAGES = 500_000_000;
    private static final int SELLERS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** So long conversations come at a fifth of the rate, for the model of words and for what is done for the first time. */
    private static final int QUIET_SECONDS = 90;

    private static final int QUIETER = 5;

    /** And so long at the rate itself, before they count: the compiler is done with what is done often by then. */
    private static final int UNCOUNTED_SECONDS = 90;

    private final Path home;
    private final int rate;
    private final int quiet;
    private final int uncounted;
    private final int conversations;
    private final Map<String, Long> asked = new ConcurrentHashMap<>();

    /** An event, and when it is to be sent, in nanoseconds from the beginning. */
    private record Due(long at, int number, int message) {

        String conversation() {
            return id(number);
        }
    }

    /**
     * Prepares it.
     *
     * @param rate how many begin a second
     * @param counted how many begin at that rate
     */
    OfferLatency(Path home, int rate, int counted) {
        this.home = home;
        this.rate = rate;
        this.quiet = QUIET_SECONDS * rate / QUIETER;
        this.uncounted = quiet + UNCOUNTED_SECONDS * rate;
        this.conversations = uncounted + counted;
    }

    List<Figure> measure() throws IOException {
        try (Org org = Org.start(home.resolve("org"));
                Plugin plugin = Plugin.start(home.resolve("plugin"), org.url(), mappings(), Plugin.BUSY);
                Heard heard = new Heard(plugin.address())) {
            ChatService service = new ChatService(plugin.address());
            send(service, 0, uncounted);
            Duration before = plugin.cpu();
            double late = send(service, uncounted, conversations);
            boolean all = awaited(heard);
            double used = plugin.cpu().minus(before).toMillis() / (double) (conversations - uncounted);
            List<Double> seconds = IntStream.range(uncounted, conversations)
                    .mapToObj(OfferLatency::id)
                    .filter(heard.offered()::containsKey)
                    .map(id -> (heard.offered().get(id) - asked.get(id)) / 1e9)
                    .sorted()
                    .toList();
            List<Figure> figures = figures(
                    seconds, late, all ? 0 : conversations - heard.offered().size());
            figures.add(Figure.of("processor time of the plugin, each conversation", "ms", used));
            return figures;
        }
    }

    private boolean awaited(Heard heard) {
        try {
            await().atMost(PATIENCE).until(() -> heard.offered().size() == conversations);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    /** Sends what those say that come from one to another. @return by how many seconds it was behind at the most */
    private double send(ChatService service, int from, int to) {
        List<Due> all = IntStream.range(from, to)
                .boxed()
                .flatMap(n -> IntStream.rangeClosed(0, MESSAGES)
                        .mapToObj(m -> new Due(begins(n) - begins(from) + m * BETWEEN_MESSAGES, n, m)))
                .sorted((a, b) -> Long.compare(a.at(), b.at()))
                .toList();
        long begun = System.nanoTime();
        long late = 0;
        for (Due due : all) {
            for (long wait = begun + due.at() - System.nanoTime();
                    wait > 0;
                    wait = begun + due.at() - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            late = Math.max(late, System.nanoTime() - begun - due.at());
            if (due.message() == ASKING) {
                asked.put(due.conversation(), System.nanoTime());
            }
            service.send(event(due));
        }
        return late / 1e9;
    }

    private long begins(int n) {
        return n < quiet
                ? n * 1_000_000_000L * QUIETER / rate
                : QUIET_SECONDS * 1_000_000_000L + (n - quiet) * 1_000_000_000L / rate;
    }

    /** The shipped mappings, with as many sellers as so many offers take. */
    private Path mappings() throws IOException {
        Path shipped = Path.of("mappings");
        Path own = home.resolve("mappings");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.toList()) {
                Path to = own.resolve(shipped.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else if (!file.getFileName().toString().endsWith(".test.yaml")) {
                    Files.copy(file, to);
                }
            }
        }
        String sellers = IntStream.range(0, SELLERS)
                .mapToObj("      - { email: seller%d@norrvik.example, capacity: 100 }\n"::formatted)
                .collect(Collectors.joining());
        Files.writeString(
                own.resolve("routing.yaml"),
                """
                rules:
                  - { name: who wants a person, when: '"wants-human" in qualification.functions', offer: [sellers] }
                pools:
                  sellers:
                    sellers:
                """
                        + sellers);
        return own;
    }

    private static String id(int n) {
        return "offer-" + n;
    }

    private static ObjectNode event(Due due) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", due.conversation() + "-" + due.message())
                .put("source", "offers")
                .put("subject", due.conversation())
                .put("time", Instant.now().toString());
        if (due.message() == 0) {
            event.put("type", "chat.conversation.started");
            event.putObject("data")
                    .putObject("visitor")
                    .put("name", "Sasha New")
                    .put("email", "sasha@" + due.conversation() + ".example");
            return event;
        }
        event.put("type", "chat.message.posted");
        ObjectNode data = event.putObject("data").put("id", "m" + due.message()).put("text", text(due.message()));
        data.putObject("author").put("role", due.message() % 2 == 0 ? "visitor" : "agent");
        return event;
    }

    private static String text(int message) {
        return List.of(
                        "Hello, this is Norrvik. What may we do for you?",
                        "Good morning, we look for gateways that work without a cloud.",
                        "Ours do. How many halls are to be connected?",
                        "Four. Can I talk to somebody about pricing?",
                        "Of course, I ask a colleague.",
                        "Thank you, I wait here.")
                .get(message - 1);
    }

    private List<Figure> figures(List<Double> seconds, double late, int missing) {
        String what = "%d conversations a second: from a visitor's wish to the offer, ".formatted(rate);
        List<Figure> figures = new ArrayList<>();
        if (!seconds.isEmpty()) {
            figures.add(Figure.of(what + "p50", "s", at(seconds, 50)));
            figures.add(Figure.of(what + "p99", "s", at(seconds, 99)).atMost(2));
            figures.add(Figure.of(what + "at the most", "s", at(seconds, 100)));
        }
        figures.add(Figure.of("offers that never came", "offers", missing).atMost(0));
        figures.add(Figure.of("the chat service was late by at most", "s", late));
        return figures;
    }

    private static double at(List<Double> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
