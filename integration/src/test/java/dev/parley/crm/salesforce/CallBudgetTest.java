package dev.parley.crm.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.crm.CrmException;
import dev.parley.crm.CrmException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.MutableClock;

class CallBudgetTest {

    private final MutableClock clock = MutableClock.of(Instant.parse("2026-03-01T23:59:00Z"), ZoneOffset.UTC);
    private final CallBudget budget = new CallBudget(2, clock);

    @Test
    void theDaysShareEndsAndComesBackWithTheNextDay() {
        budget.spend();
        budget.spend();

        CrmException thrown = catchThrowableOfType(CrmException.class, budget::spend);
        assertThat(thrown)
                .hasMessageContaining("2 calls for 2026-03-01")
                .returns(Kind.CALL_BUDGET_SPENT, CrmException::kind);

        clock.add(Duration.ofMinutes(1));
        budget.spend();
        assertThat(budget.calls()).isEqualTo(3);
    }

    @Test
    void oneCallInFiveIsKeptForWhatIsGoingOn() {
        CallBudget ten = new CallBudget(10, clock);
        for (int i = 0; i < 7; i++) {
            ten.spend();
        }
        assertThat(ten.spares()).isTrue();

        ten.spend();
        assertThat(ten.spares()).isFalse();
        ten.spend();

        clock.add(Duration.ofMinutes(1));
        assertThat(ten.spares()).as("the next day").isTrue();
    }

    @Test
    void theOrgsOwnLimitIsTheLastThatWasHeard() {
        assertThat(budget.usage()).isEmpty();

        budget.heard("api-usage=18/15000");
        budget.heard("api-usage=19/15000; per-app-api-usage=17/250(appName=sample)");
        budget.heard(null);

        assertThat(budget.usage()).contains(new ApiUsage(19, 15_000));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "api-usage=", "api-usage=99999999999999/1"})
    void aHeaderThatSaysNothingIsNoUsage(String header) {
        assertThat(ApiUsage.read(header)).isEmpty();
    }
}
