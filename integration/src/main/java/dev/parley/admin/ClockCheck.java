package dev.parley.admin;

import dev.parley.crm.salesforce.OrgGreeting;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** Whether this machine's clock agrees with the org's, and the org speaks our version of the API. */
record ClockCheck(String url, String apiVersion, Callable<OrgGreeting> ask, Clock clock) implements Check {

    private static final Duration TOLERATED = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "clock and version";
    }

    @Override
    public List<Diagnosis> diagnose() throws Exception {
        try {
            OrgGreeting greeting = ask.call();
            return List.of(clock(greeting), version(greeting));
        } catch (IOException e) {
            return List.of(Diagnosis.failed(
                    url, "cannot be reached: " + e, "See that crm.url is right and can be reached from here."));
        }
    }

    private Diagnosis clock(OrgGreeting greeting) {
        if (greeting.date() == null) {
            return Diagnosis.warning(url, "does not tell the time", "Compare this machine's clock yourself.");
        }
        Duration ahead = Duration.between(greeting.date(), clock.instant());
        return ahead.abs().compareTo(TOLERATED) <= 0
                ? Diagnosis.ok("this machine's clock", "agrees with the org's")
                : Diagnosis.failed(
                        "this machine's clock",
                        ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of") + " the org's",
                        "Set it by NTP: events would count as late or as from the future.");
    }

    private Diagnosis version(OrgGreeting greeting) {
        return greeting.versions().contains(apiVersion)
                ? Diagnosis.ok(url, "speaks version " + apiVersion)
                : Diagnosis.failed(
                        url,
                        "does not speak version " + apiVersion,
                        greeting.versions().isEmpty()
                                ? "See that crm.url is the address of a Salesforce org."
                                : "Set crm.apiVersion to one of " + String.join(", ", greeting.versions()) + ".");
    }
}
