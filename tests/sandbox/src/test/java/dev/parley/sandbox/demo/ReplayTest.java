package dev.parley.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    private static final Instant NOW = Instant.parse("2030-05-04T10:20:30.456Z");
    private static final List<SampleConversation> SAMPLE = SampleConversation.all();

    @TempDir
    private Path home;

    @Test
    void eventsAreCompleteAndOfTheLastTwentyHours() throws Exception {
        assertThat(Replay.in(home, NOW).events(SAMPLE)).allSatisfy(event -> {
            assertThat(event.get("specversion").asText()).isEqualTo("1.0");
            assertThat(time(event)).isBetween(NOW.minus(Duration.ofHours(20)), NOW);
        });
    }

    @Test
    void eventsOfAllConversationsComeInTheOrderOfTheirTimes() throws Exception {
        assertThat(Replay.in(home, NOW).events(SAMPLE))
                .hasSize(SAMPLE.stream()
                        .mapToInt(sample -> sample.events().size())
                        .sum())
                .extracting(ReplayTest::time)
                .isSorted();
    }

    @Test
    void meetingsAreInDaysToComeAndStartOnTheHour() throws Exception {
        assertThat(Replay.in(home, NOW).events(SAMPLE))
                .filteredOn(event -> "meeting.booked".equals(event.get("type").asText()))
                .isNotEmpty()
                .allSatisfy(event -> {
                    Instant start = Instant.parse(event.at("/data/start").asText());
                    assertThat(start).isAfter(NOW.plus(Duration.ofDays(1)));
                    assertThat(start.getEpochSecond() % 3600).isZero();
                    assertThat(Instant.parse(event.at("/data/end").asText())).isAfter(start);
                });
    }

    @Test
    void aSecondReplayIntoTheSameHomeSendsTheSameEvents() throws Exception {
        List<?> first = Replay.in(home, NOW).events(SAMPLE);
        assertThat(Replay.in(home, NOW.plus(Duration.ofDays(3))).events(SAMPLE)).isEqualTo(first);
    }

    private static Instant time(JsonNode event) {
        return Instant.parse(event.get("time").asText());
    }
}
