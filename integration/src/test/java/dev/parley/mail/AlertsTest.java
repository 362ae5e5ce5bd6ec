package dev.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.store.Database;
import dev.parley.store.Stores;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

/** The operator is told of what needs a person. */
class AlertsTest {

    private final Database database = Stores.h2();
    private final Outbox outbox = new Outbox(
            database.tx(),
            MutableClock.of(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC),
            Redelivery.SIX_HOURS);
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void onceByMail() {
        Alerts alerts = new Alerts(outbox, "ops@example.com", meters);

        assertThat(alerts.raise("budget:2026-03-02", "The call budget is spent", "Raise crm.callsPerDay."))
                .isTrue();
        assertThat(alerts.raise("budget:2026-03-02", "The call budget is spent", "As said."))
                .isFalse();
        database.tx().run(em -> alerts.raise(em, "budget:2026-03-03", "The call budget is spent", "Again."));

        assertThat(outbox.claim())
                .extracting(claimed ->
                        claimed.mail().recipient() + ": " + claimed.mail().text())
                .containsExactlyInAnyOrder("ops@example.com: Raise crm.callsPerDay.", "ops@example.com: Again.");
        assertThat(meters.get("parley.alerts").counter().count()).isEqualTo(2);
        assertThat(meters.get("parley.mail.waiting").gauge().value()).isEqualTo(2);
    }

    @Test
    void inTheLogAloneWhereNobodyTakesMail() {
        Alerts alerts = new Alerts(outbox, null, meters);

        assertThat(alerts.raise("erasure:web:1", "Somebody asks for erasure", "See the console."))
                .isTrue();
        assertThat(alerts.raise("erasure:web:1", "Somebody asks for erasure", "See the console."))
                .isFalse();

        assertThat(outbox.waiting()).isZero();
        assertThat(outbox.dead()).isZero();
    }
}
