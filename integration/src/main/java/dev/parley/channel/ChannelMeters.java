package dev.parley.channel;

import dev.parley.conversation.Receipt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what came in and what was refused; no meter carries an id of anything. */
final class ChannelMeters {

    private final MeterRegistry registry;
    private final Map<String, AtomicLong> heard = new ConcurrentHashMap<>();
    private final Counter accepted;
    private final Counter duplicates;

    ChannelMeters(MeterRegistry registry) {
        this.registry = registry;
        this.accepted = events("accepted");
        this.duplicates = events("duplicate");
    }

    void received(Receipt receipt) {
        accepted.increment(receipt.accepted());
        duplicates.increment(receipt.duplicates());
    }

    void refused(Problem problem) {
        Counter.builder("parley.channel.refusals")
                .description("Requests and frames that were not taken, by HTTP status")
                .tag("status", Integer.toString(problem.status()))
                .register(registry)
                .increment();
    }

    /**
     * Counts what a service sent, and notes when it was heard.
     *
     * @param source of which there is a file, so that there are only so many
     * @param outcome taken, ignored (nothing of its file fits it), kept or refused
     * @return how many there have been
     */
    long webhook(String source, String outcome) {
        Counter counter = Counter.builder("parley.webhooks")
                .description("Bodies that services sent: taken, ignored by the source's file, kept unread, or refused")
                .tag("source", source)
                .tag("outcome", outcome)
                .register(registry);
        counter.increment();
        if (!outcome.equals("refused")) {
            heard.computeIfAbsent(source, this::lastHeard).set(System.currentTimeMillis());
        }
        return (long) counter.count();
    }

    private AtomicLong lastHeard(String source) {
        AtomicLong millis = new AtomicLong();
        TimeGauge.builder("parley.webhooks.last", millis, TimeUnit.MILLISECONDS, AtomicLong::get)
                .description("When a source's last body was taken or kept, since 1970")
                .tag("source", source)
                .register(registry);
        return millis;
    }

    private Counter events(String outcome) {
        return Counter.builder("parley.channel.events")
                .description("Events that are durable, new or known already")
                .tag("outcome", outcome)
                .register(registry);
    }
}
