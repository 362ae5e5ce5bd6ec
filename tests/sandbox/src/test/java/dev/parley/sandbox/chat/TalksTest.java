package dev.parley.sandbox.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the chat service still knows after a restart, and when it is open. */
class TalksTest {
    private static final ObjectNode OFFICE = Json.parse(
                    "{\"timezone\":\"Europe/Stockholm\",\"week\":{\"monday\":\"08:00-17:00\",\"tuesday\":\"08:00-17:00\"}}")
            .orElseThrow();

    @TempDir
    Path home;

    private Instant now = Instant.parse("2026-11-30T10:00:00Z");
    private Talks talks;

    @BeforeEach
    void start() {
        InstantSource source = () -> now;
        talks = new Talks(home.resolve("chat.jsonl"), source.withZone(ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        talks.close();
    }

    private void restart() {
        stop();
        start();
    }

    @Test
    void whatWasReadStaysReadOverARestart() {
        Talk talk = talks.start("key", Json.object().set("visitor", Json.object()));
        talks.tell(talk, "m1", "chat.message.posted", Json.object().put("text", "Hello"));
        talks.tell(talk, "m2", "chat.message.posted", Json.object().put("text", "Anybody?"));
        talks.read(talk, "agent", 2);
        talks.read(talk, "visitor", 1);
        talks.read(talk, "visitor", 0);

        restart();

        Talk again = talks.find(talk.id()).orElseThrow();
        assertThat(again.readByAgent()).isEqualTo(2);
        assertThat(again.readByVisitor()).isEqualTo(1);
    }

    @Test
    void itOpensAndClosesByItsHoursAlsoAfterARestart() {
        talks.keep(OFFICE);
        assertThat(talks.isOpen()).isTrue();
        assertThat(talks.hours().path("until").asText()).isEqualTo("2026-11-30T16:00:00Z");

        restart();
        now = Instant.parse("2026-11-30T16:00:00Z");

        assertThat(talks.isOpen()).isFalse();
        assertThat(talks.hours().path("until").asText()).isEqualTo("2026-12-01T07:00:00Z");
    }

    @Test
    void whatAnAgentSaysHoldsUntilTheHoursChange() {
        talks.keep(OFFICE);
        talks.open(false);
        assertThat(talks.isOpen()).isFalse();
        assertThat(talks.hours().path("until").asText())
                .as("closed until the next morning, as the hours close meanwhile")
                .isEqualTo("2026-12-01T07:00:00Z");

        restart();
        assertThat(talks.isOpen()).isFalse();

        now = Instant.parse("2026-12-01T07:00:00Z");
        assertThat(talks.isOpen()).isTrue();
    }

    @Test
    void withoutHoursItIsOpenUntilAnAgentClosesIt() {
        assertThat(talks.isOpen()).isTrue();
        talks.open(false);
        now = now.plusSeconds(1_000_000);
        restart();

        assertThat(talks.isOpen()).isFalse();
        assertThat(talks.hours().has("until")).isFalse();
    }
}
