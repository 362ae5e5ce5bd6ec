package dev.parley.channel.mailbox;

import dev.parley.channel.mailbox.Mailroom.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts mails by what became of them. */
final class MailMeters {

    private final MeterRegistry registry;

    MailMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Counts one. */
    public void count(Outcome outcome) {
        Counter.builder("parley.mailbox.mails")
                .description("Mails that came in: taken, left alone, or kept because they could not be read")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
    }
}
