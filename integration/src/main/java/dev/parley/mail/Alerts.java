package dev.parley.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.persistence.EntityManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator of what needs a person, once: in the log, in the metrics, and by mail. */
public final class Alerts {

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

    private final Outbox outbox;
    private final String recipient;
    private final Counter raised;

    /**
     * Makes it.
     *
     * @param outbox where the mails go
     * @param recipient who is told, or null if nobody is by mail
     * @param meters gets {@code parley.alerts}, {@code parley.mail.waiting} and {@code parley.mail.dead}
     */
    public Alerts(Outbox outbox, String recipient, MeterRegistry meters) {
        this.outbox = outbox;
        this.recipient = recipient;
        this.raised = Counter.builder("parley.alerts")
                .description("Alerts raised, each counted once")
                .register(meters);
        Gauge.builder("parley.mail.waiting", outbox, Outbox::waiting)
                .description("Mails that wait to be sent")
                .register(meters);
        Gauge.builder("parley.mail.dead", outbox, Outbox::dead)
                .description("Mails that were given up")
                .register(meters);
    }

    /**
     * Raises an alert, in a transaction of its own.
     *
     * @param key the same alert is raised once and never again; no personal text, such as {@code erasure:web:42}
     * @param subject what has happened; no personal text, as it is logged
     * @param text what to know and what to do next
     * @return false if it had been raised before
     */
    public boolean raise(String key, String subject, String text) {
        boolean news = outbox.put(mail(key, subject, text));
        tell(news, key, subject);
        return news;
    }

    /** The same in the caller's transaction. The log may tell of it although that is rolled back in the end. */
    public boolean raise(EntityManager em, String key, String subject, String text) {
        boolean news = outbox.put(em, mail(key, subject, text));
        tell(news, key, subject);
        return news;
    }

    private Mail mail(String key, String subject, String text) {
        return Mail.named("alert:" + key, recipient, subject, text);
    }

    private void tell(boolean news, String key, String subject) {
        if (news) {
            raised.increment();
            LOG.warn("Alert {}: {}", key, subject);
        }
    }
}
