package dev.parley.sandbox.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When somebody is there to chat, in the company's time zone. */
class OpeningHoursTest {

    private static OpeningHours hours(String json) {
        return OpeningHours.of(Json.parse(json).orElseThrow());
    }

    private static final String OFFICE =
            "{'timezone':'Europe/Stockholm','week':{'monday':'08:00-17:00','friday':['08:00-12:00','13:00-16:00'],'saturday':'22:00-02:00'}}"
                    .replace('\'', '"');

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T06:59:59Z, false, 2026-11-30T07:00:00Z", // Monday, before eight in Stockholm
        "2026-11-30T07:00:00Z, true, 2026-11-30T16:00:00Z",
        "2026-11-30T16:00:00Z, false, 2026-12-04T07:00:00Z",
        "2026-12-04T11:30:00Z, false, 2026-12-04T12:00:00Z", // Friday's lunch
        "2026-12-05T23:30:00Z, true, 2026-12-06T01:00:00Z", // the night to Sunday
        "2026-07-06T06:30:00Z, true, 2026-07-06T15:00:00Z" // in summer an hour earlier
    })
    void followTheClockOfTheZone(Instant at, boolean open, Instant change) {
        assertThat(hours(OFFICE).isOpen(at)).isEqualTo(open);
        assertThat(hours(OFFICE).nextChange(at)).contains(change);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-03T12:00:00Z, 2026-11-03T07:00:00Z",
        "2026-11-03T07:00:00Z, 2026-11-03T07:00:00Z",
        "2026-11-03T03:00:00Z, 2026-11-02T16:00:00Z"
    })
    void tellsSinceWhenThatIsSo(Instant at, Instant since) {
        assertThat(hours("{\"timezone\":\"UTC\",\"week\":{\"monday\":\"07:00-16:00\",\"tuesday\":\"07:00-16:00\"}}")
                        .lastChange(at))
                .contains(since);
        assertThat(hours("{}").lastChange(at)).isEmpty();
    }

    @Test
    void withoutAWeekSomebodyAlwaysIsThere() {
        assertThat(hours("{}").isOpen(Instant.EPOCH)).isTrue();
        assertThat(hours("{}").nextChange(Instant.EPOCH)).isEmpty();
    }

    @Test
    void oneDayThatTouchesTheNextIsNoChange() {
        OpeningHours weekend =
                hours("{\"timezone\":\"UTC\",\"week\":{\"saturday\":\"00:00-24:00\",\"sunday\":\"00:00-24:00\"}}");

        assertThat(weekend.nextChange(Instant.parse("2026-11-28T12:00:00Z")))
                .contains(Instant.parse("2026-11-30T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"timezone\":\"Europe/Atlantis\"}",
                "{\"week\":{\"mondy\":\"08:00-17:00\"}}",
                "{\"week\":{\"monday\":\"eight to five\"}}",
                "{\"week\":{\"monday\":\"8-17\"}}"
            })
    void whatIsWrongIsSaidWithWhatToWriteInstead(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> hours(json)).withMessageContaining("Write ");
    }
}
