package dev.parley.channel;

import dev.parley.conversation.Receipt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what came in and what was refused; no meter carries an id of anything. */
final class ChannelMeters {

    private final MeterRegistry registry;
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

    private Counter events(String outcome) {
        return Counter.builder("parley.channel.events")
                .description("Events that are durable, new or known already")
                .tag("outcome", outcome)
                .register(registry);
    }
}
