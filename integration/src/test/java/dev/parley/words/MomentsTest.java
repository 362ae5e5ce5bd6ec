package dev.parley.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as their readers write them, in the calendar that they live by. */
class MomentsTest {
    private static final Instant AT = Instant.parse("2026-12-01T13:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en    | 1 December 2026 at 14:00 (Europe/Stockholm)",
                "en-US | December 1, 2026 at 2:00 PM (Europe/Stockholm)",
                "sv    | 1 december 2026 kl. 14:00 (Europe/Stockholm)",
                "de    | 1. Dezember 2026 um 14:00 (Europe/Stockholm)",
                "zh    | 2026年12月1日 14:00 (Europe/Stockholm)",
                "fa    | ۱۰ آذر ۱۴۰۵ ساعت ۱۴:۰۰ (Europe/Stockholm)",
            })
    void aMoment(String tag, String written) {
        assertThat(plain(new Moments(Locale.forLanguageTag(tag), ZoneId.of("Europe/Stockholm")).moment(AT)))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Tuesday, 1 December 2026 at 16:30–17:00 (Asia/Tehran)",
                "de | Dienstag, 1. Dezember 2026 um 16:30–17:00 (Asia/Tehran)",
                "fa | سه‌شنبه ۱۰ آذر ۱۴۰۵ ساعت ۱۶:۳۰–۱۷:۰۰ (Asia/Tehran)",
                "zh | 2026年12月1日星期二 16:30–17:00 (Asia/Tehran)",
            })
    void aPeriod(String tag, String written) {
        Moments moments = new Moments(Locale.forLanguageTag(tag), ZoneId.of("Asia/Tehran"));
        assertThat(plain(moments.period(AT, AT.plusSeconds(1800)))).isEqualTo(written);
    }

    @Test
    void aZoneThatIsOnlyAnOffsetIsKept() {
        Moments moments = new Moments(Locale.ENGLISH, ZoneOffset.ofHoursMinutes(5, 30));
        assertThat(moments.moment(AT)).isEqualTo("1 December 2026 at 18:30 (+05:30)");
        assertThat(new Moments(Locale.ENGLISH, ZoneId.of("UTC+2")).moment(AT)).endsWith("15:00 (UTC+02:00)");
        assertThat(new Moments(Locale.ENGLISH, ZoneOffset.UTC).moment(AT)).endsWith("13:00 (UTC)");
    }

    /** Without the narrow spaces and marks of direction that the locale's data hold. */
    private static String plain(String written) {
        return written.replaceAll("[\\u202f\\u00a0]", " ").replaceAll("[\\u200e\\u200f]", "");
    }
}
