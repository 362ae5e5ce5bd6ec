package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a conversation is to be written to the CRM. */
class DueRuleTest {

    private static final Instant NOW = Talk.NOON;
    private static final DueRule RULE =
            new DueRule(Duration.ofSeconds(10), Duration.ofSeconds(30), false, Duration.ofMinutes(10));

    private final ConversationRow row = ConversationRow.begun("web", "c", NOW);

    @Test
    void anOpenedWidgetIsNeverDue() {
        assertThat(RULE.next(row, false, true, NOW)).isNull();
    }

    @Test
    void theFirstMessageMakesItDueSoonAndLaterOnesDoNotPutItOff() {
        row.dueAt = RULE.next(row, true, false, NOW);

        assertThat(row.dueAt).isEqualTo(NOW.plusSeconds(10));
        assertThat(RULE.next(row, true, false, NOW.plusSeconds(9))).isEqualTo(NOW.plusSeconds(10));
    }

    @Test
    void theEndMakesItDueAtOnce() {
        row.dueAt = NOW.plusSeconds(500);

        assertThat(RULE.next(row, true, true, NOW)).isEqualTo(NOW);
    }

    @Test
    void oneThatMattersIsWrittenAtMostEveryHalfMinuteWhileItGrows() {
        row.appliedVersion = 3;
        row.appliedAt = NOW;
        row.matters = true;

        assertThat(RULE.next(row, true, false, NOW.plusSeconds(5))).isEqualTo(NOW.plusSeconds(30));
        assertThat(RULE.next(row, true, false, NOW.plusSeconds(70))).isEqualTo(NOW.plusSeconds(70));
    }

    @Test
    void oneThatDoesNotMatterWaitsForAPause() {
        row.appliedVersion = 3;
        row.appliedAt = NOW;
        row.dueAt = NOW.plusSeconds(600);

        assertThat(RULE.next(row, true, false, NOW.plusSeconds(60))).isEqualTo(NOW.plusSeconds(660));
    }

    @Test
    void aSettingMakesAllOfThemMatter() {
        DueRule all = new DueRule(Duration.ofSeconds(10), Duration.ofSeconds(30), true, Duration.ofMinutes(10));
        row.appliedVersion = 3;
        row.appliedAt = NOW;

        assertThat(all.next(row, true, false, NOW.plusSeconds(5))).isEqualTo(NOW.plusSeconds(30));
        assertThat(all.afterWrite(false, false, NOW)).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void whatGrewWhileItWasWrittenIsWrittenAgainByTheSameRule() {
        assertThat(RULE.afterWrite(true, false, NOW)).isEqualTo(NOW.plusSeconds(30));
        assertThat(RULE.afterWrite(false, false, NOW)).isEqualTo(NOW.plusSeconds(600));
        assertThat(RULE.afterWrite(false, true, NOW)).isEqualTo(NOW);
    }
}
