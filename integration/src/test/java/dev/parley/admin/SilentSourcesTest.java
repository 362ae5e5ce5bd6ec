package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.admin.SilentSources.Watched;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.DueRule;
import dev.parley.conversation.Receipt;
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
    void aThreadThatGoesOnIsHeardOfAfterARestartToo() {
        Instant nine = Instant.parse("2026-03-06T09:00:00Z");
        clock.setInstant(nine);
        Talk talk = new Talk("web", "all day");
        Sources first = sources();
        first.receive(List.of(talk.says("visitor", 1, "m1", "Hello")));
        clock.setInstant(nine.plus(Duration.ofHours(7)));
        first.receive(List.of(talk.says("visitor", 2, "m2", "Still there?")));

        SilentSources restarted = silent("web", Duration.ofHours(4), "always");
        clock.setInstant(nine.plus(Duration.ofHours(8)));
        restarted.look();
        assertThat(restarted.trouble()).as("an hour after it spoke").isEmpty();

        clock.setInstant(nine.plus(Duration.ofHours(11)));
        restarted.look();
        assertThat(restarted.trouble())
                .hasValueSatisfying(told -> assertThat(told).contains("2026-03-06T16:00"));
    }

    @Test
    void theStoreIsToldOnceAMinute() {
        Talk talk = new Talk("web", "busy");
        Sources sources = sources();
        for (int i = 0; i < 3; i++) {
            clock.setInstant(FRIDAY.plusSeconds(30 * i));
            sources.receive(List.of(talk.says("visitor", i, "m" + i, "Hello")));
            Instant another = sources().heardWithin(Duration.ofDays(1)).get("web");
            assertThat(another).as("event %d", i).isEqualTo(FRIDAY.plusSeconds(i < 2 ? 0 : 60));
            assertThat(sources.heardWithin(Duration.ofDays(1))).containsEntry("web", clock.instant());
        }
    }

    @Test
    void whatHadToBeAskedForIsNotHeard() {
        speaks("web");
        clock.setInstant(MONDAY);
        Talk missed = new Talk("web", "missed");
        conversations().receive(List.of(missed.says("visitor", 1, "m1", "Nobody heard me")));

        SilentSources silent = silent("web", Duration.ofHours(4), "always");
        silent.look();
        assertThat(silent.trouble()).as("its webhooks are switched off").isPresent();
    }

    @Test
    void whatIsDurableIsTakenAlsoWhereItCannotBeNotedWhoSentIt() {
        Talk talk = new Talk("web", "kept");
        Database closed = Stores.h2();
        closed.close();
        Sources sources = new Sources(events -> new Receipt(1, 0), closed.tx(), clock);

        assertThat(sources.receive(List.of(talk.says("visitor", 1, "m1", "Hello"))))
                .isEqualTo(new Receipt(1, 0));
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
        return new Sources(conversations(), database.tx(), clock);
    }

    private Conversations conversations() {
        return new Conversations(database.tx(), clock, DUE, Duration.ofDays(1));
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
