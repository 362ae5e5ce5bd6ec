package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Says what the schema of {@code routing.yaml} cannot: whether what it names is there, and whether it is of use. */
final class RoutingLint {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final YamlFile file;
    private final Hours hours;
    private final Set<String> pools = new TreeSet<>();
    private final Set<String> used = new HashSet<>();
    private final Consumer<Finding> findings;

    RoutingLint(YamlFile file, Hours hours, Consumer<Finding> findings) {
        this.file = file;
        this.hours = hours;
        this.findings = findings;
        file.content().path("pools").fieldNames().forEachRemaining(pools::add);
    }

    void check() {
        checkRules("never");
        checkRules("rules");
        checkFollowUp();
        checkService();
        checkHours("/owners");
        for (String pool : pools) {
            checkPool(pool, YamlFile.child("/pools", pool));
        }
        for (String key : Set.of("/accept", "/within", "/followUp/after")) {
            checkTime(key);
        }
    }

    private void checkTime(String at) {
        Duration time = RoutingReader.duration(file.content().at(at), "PT5M");
        if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
            String key = at.substring(at.lastIndexOf('/') + 1);
            error(at, "wrong-value", "'" + key + "' is from one minute to a day", null);
        }
    }

    private void checkService() {
        if (!file.content().path("service").isEmpty()
                && file.content().at("/escalation/mail").isMissingNode()) {
            String what = "a promise that is not kept shows on the record only: escalation has no mail to tell";
            findings.accept(Finding.warning(file.place("/service"), "nobody-told", what));
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < file.content().path("service").size(); i++) {
            String at = "/service/" + i;
            checkHours(at);
            checkName(at + "/name", names);
            for (String key : Set.of("firstResponse", "waiting", "accept")) {
                checkTime(at + "/" + key);
            }
        }
    }

    private void checkName(String at, Set<String> names) {
        JsonNode name = file.content().at(at);
        if (name.isTextual() && !names.add(name.textValue())) {
            error(at, "same-name", "'" + name.textValue() + "' is the name of another one already", null);
        }
    }

    private void checkFollowUp() {
        JsonNode to = file.content().at("/followUp/to");
        for (int step = 0; step < to.size(); step++) {
            checkStep("/followUp/to/" + step, to.get(step));
        }
    }

    private void checkRules(String list) {
        JsonNode rules = file.content().path(list);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            String at = "/" + list + "/" + i;
            checkName(at + "/name", names);
            JsonNode offer = rules.get(i).path("offer");
            for (int step = 0; step < offer.size(); step++) {
                checkStep(at + "/offer/" + step, offer.get(step));
            }
        }
    }

    private void checkStep(String at, JsonNode named) {
        String step = named.asText();
        used.add(step);
        if (named.isTextual() && !pools.contains(step) && !Routing.OWNERS.contains(step)) {
            Set<String> known = new TreeSet<>(pools);
            known.addAll(Routing.OWNERS);
            error(at, "unknown-pool", "there is no pool '" + step + "'", Suggestion.among(known, step));
        }
    }

    private void checkPool(String pool, String at) {
        if (Routing.OWNERS.contains(pool)) {
            error(at, "same-name", "'" + pool + "' means somebody of the CRM: give the pool another name", null);
        } else if (!used.contains(pool)) {
            findings.accept(
                    Finding.warning(file.place(at), "unused-pool", "no rule offers anything to '" + pool + "'"));
        }
        checkHours(at);
        JsonNode sellers = file.content().at(at).path("sellers");
        Set<String> emails = new HashSet<>();
        for (int i = 0; i < sellers.size(); i++) {
            String seller = at + "/sellers/" + i;
            String email = sellers.get(i).path("email").asText().toLowerCase(Locale.ROOT);
            if (!email.isEmpty() && !emails.add(email)) {
                error(seller + "/email", "same-name", "'" + email + "' stands in this pool already", null);
            }
            checkHours(seller);
            checkVacation(seller + "/vacation", sellers.get(i).path("vacation"));
        }
    }

    private void checkVacation(String at, JsonNode vacation) {
        TimeReader times = new TimeReader(file, findings);
        for (int i = 0; i < vacation.size(); i++) {
            Optional<LocalDate> from = times.date(at + "/" + i + "/from");
            Optional<LocalDate> to = times.date(at + "/" + i + "/to");
            if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
                error(at + "/" + i + "/to", "contradiction", "the last day is before the first", null);
            }
        }
    }

    private void checkHours(String at) {
        JsonNode named = file.content().at(at).path("hours");
        if (named.isTextual() && hours.calendar(named.asText()).isEmpty()) {
            String what = "hours.yaml has no calendar '" + named.asText() + "'";
            error(at + "/hours", "unknown-calendar", what, Suggestion.among(hours.names(), named.asText()));
        }
    }

    private void error(String at, String rule, String what, String didYouMean) {
        findings.accept(Finding.error(file.valuePlace(at), rule, what, didYouMean));
    }
}
