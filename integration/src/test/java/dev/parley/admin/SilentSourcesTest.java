package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.admin.SilentSources.Watched;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.DueRule;
import dev.parley.conversation.Sources;
import dev.parley.conversation.Talk;
import dev.parley.mail.Alerts;
import dev.parley.mail.Outbox;
import dev.parley.mail.Redelivery;
import dev.parley.mapping.FilesInForce;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threeten.extra.MutableClock;

/** A source that has stopped sending is missed in working time, and told of once a day. */
class SilentSourcesTest {

    /** Friday, an hour before the office closes: 15:00 in Berlin. */
    private static final Instant FRIDAY = Instant.parse("2026-03-06T14:00:00Z");

    private static final Instant MONDAY = Instant.parse("2026-03-09T09:00:00Z");

    private static final DueRule DUE = new DueRule(Duration.ZERO, Duration.ZERO, false, Duration.ofMinutes(10));

    private final Database database = Stores.h2();
    private final MutableClock clock = MutableClock.of(FRIDAY, ZoneOffset.UTC);
    private final Outbox outbox = new Outbox(database.tx(), clock, Redelivery.SIX_HOURS);
    private final FilesInForce files = FilesInForce.of(Path.of("../mappings"), clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aWeekendIsNoSilenceAndAWorkingDayIsToldOfOnce() {
        speaks("web");
        SilentSources silent = silent("web", Duration.ofHours(4), "office");

        clock.setInstant(MONDAY);
        silent.look();
        assertThat(silent.trouble()).as("one hour on Friday, two on Monday").isEmpty();

        clock.setInstant(MONDAY.plus(Duration.ofHours(1)));
        silent.look();
        silent.look();
        assertThat(silent.trouble()).hasValueSatisfying(told -> assertThat(told).contains("'web'", "2026-03-06T14:00"));
        assertThat(outbox.waiting()).isEqualTo(1);
    }

    @Test
    void aProgramThatStartsAnewTellsOfTheSameDayNoSecondTimeAndOfTheNextOnceMore() {
        speaks("web");
        clock.setInstant(MONDAY.plus(Duration.ofHours(2)));
        silent("web", Duration.ofHours(4), "office").look();
        silent("web", Duration.ofHours(4), "office").look();
        assertThat(outbox.waiting()).isEqualTo(1);

        clock.add(Duration.ofDays(1));
        silent("web", Duration.ofHours(4), "office").look();
        assertThat(outbox.waiting()).isEqualTo(2);
    }

    @Test
    void whoSpeaksAgainIsNotSilentAndWhoNeverSpokeIsNotMissed() {
        speaks("web");
        SilentSources web = silent("web", Duration.ofHours(4), "always");
        SilentSources never = silent("never", Duration.ofHours(4), "always");
        clock.setInstant(MONDAY);
        web.look();
        assertThat(web.trouble()).isPresent();

        speaks("web");
        web.look();
        never.look();
        assertThat(web.trouble()).isEmpty();
        assertThat(never.trouble()).isEmpty();
    }

    @Test
    void theRouteLooksByItself() throws Exception {
        speaks("web");
        clock.setInstant(MONDAY);
        SilentSources silent = silent("web", Duration.ofHours(4), "always");
        RouteBuilder routes = SilenceSetup.routes(List.of(silent));
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Properties often = new Properties();
            often.setProperty("silence.interval", "50");
            context.getPropertiesComponent().setOverrideProperties(often);
            context.addRoutes(routes);
            context.start();

            await().atMost(Duration.ofMinutes(1)).until(() -> silent.trouble().isPresent());
            assertThat(context.getRoute("watch-sources")).isNotNull();
        }
    }

    @Test
    void whatIsWatchedStandsInTheSettings(@TempDir Path folder) throws Exception {
        Settings settings = settings(folder, "source.chatwoot.silentAfter=8h\nsource.chatwoot.hours=office\n");
        assertThat(SilenceSetup.watched(settings, files.get()))
                .containsExactly(new Watched("chatwoot", Duration.ofHours(8), "office"));

        Settings wrong = settings(folder, "source.chatwoot.silentAfter=8h\nsource.chatwoot.hours=offfice\n");
        assertThatThrownBy(() -> SilenceSetup.watched(wrong, files.get()))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("source.chatwoot.hours names the calendar 'offfice'");
    }

    private static Settings settings(Path folder, String lines) throws Exception {
        Path file = Files.writeString(folder.resolve("parley.properties"), lines);
        return Settings.load(file, Map.of(), List.of());
    }

    private void speaks(String source) {
        Talk talk = new Talk(source, "at " + clock.instant());
        sources().receive(List.of(talk.says("visitor", 1, "hello at " + clock.instant(), "Hello")));
    }

    /** As of a program that has just started. */
    private Sources sources() {
        return new Sources(new Conversations(database.tx(), clock, DUE, Duration.ofDays(1)), database.tx(), clock);
    }

    private SilentSources silent(String source, Duration silence, String hours) {
        return new SilentSources(
                List.of(new Watched(source, silence, hours)),
                sources(),
                files,
                new Alerts(outbox, "admin@one.example", new SimpleMeterRegistry()),
                clock);
    }
}
