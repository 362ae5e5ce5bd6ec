package dev.parley.crm.salesforce;

import dev.parley.crm.CrmException;
import dev.parley.crm.CrmException.Kind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** Counts Parley's own calls, and stops them where the day's share of the org's allowance ends. */
final class CallBudget {

    /** One call in five is kept for conversations that are going on. */
    private static final int RESERVE = 5;

    private record Day(LocalDate date, int spent) {
        Day oneMore(LocalDate today) {
            return new Day(today, date.equals(today) ? spent + 1 : 1);
        }
    }

    private final int callsPerDay;
    private final Clock clock;
    private final LongAdder calls = new LongAdder();
    private final AtomicReference<Day> day = new AtomicReference<>(new Day(LocalDate.EPOCH, 0));
    private final AtomicReference<ApiUsage> usage = new AtomicReference<>();

    CallBudget(int callsPerDay, Clock clock) {
        this.callsPerDay = callsPerDay;
        this.clock = clock;
    }

    /** Takes one call off the budget. */
    void spend() {
        LocalDate today = today();
        if (day.updateAndGet(d -> d.oneMore(today)).spent() > callsPerDay) {
            throw new CrmException(
                    Kind.CALL_BUDGET_SPENT,
                    "Parley's " + callsPerDay + " calls for " + today
                            + " (UTC) are spent; raise the setting or wait for" + " the next day",
                    null);
        }
        calls.increment();
    }

    /** Whether calls are left for what can wait, the reserve not counted. */
    boolean spares() {
        Day known = day.get();
        int spent = known.date().equals(today()) ? known.spent() : 0;
        return spent < callsPerDay - callsPerDay / RESERVE;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Keeps what the CRM said of the org's own limit. */
    void heard(String limitInfo) {
        ApiUsage.read(limitInfo).ifPresent(usage::set);
    }

    long calls() {
        return calls.sum();
    }

    Optional<ApiUsage> usage() {
        return Optional.ofNullable(usage.get());
    }
}
