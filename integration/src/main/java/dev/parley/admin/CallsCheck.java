package dev.parley.admin;

import dev.parley.crm.salesforce.ApiUsage;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether the org has API calls left for Parley.
 *
 * @param usage what the org last said; empty before it said anything
 * @param callsPerDay what Parley may spend
 */
record CallsCheck(Supplier<Optional<ApiUsage>> usage, int callsPerDay) implements Check {

    @Override
    public String name() {
        return "API calls";
    }

    @Override
    public List<Diagnosis> diagnose() {
        return List.of(usage.get()
                .map(this::diagnosis)
                .orElse(Diagnosis.warning("org", "has not said how many calls are left", "Mend the login first.")));
    }

    private Diagnosis diagnosis(ApiUsage spent) {
        int left = spent.allowed() - spent.used();
        String what = spent.used() + " of " + spent.allowed() + " spent in the last 24 hours, " + left + " left";
        if (left <= 0) {
            return Diagnosis.failed("org", what, "Wait, or buy more: nothing can be delivered now.");
        }
        return left < callsPerDay
                ? Diagnosis.warning(
                        "org", what, "crm.callsPerDay is " + callsPerDay + ": lower it, or spend less elsewhere.")
                : Diagnosis.ok("org", what);
    }
}
