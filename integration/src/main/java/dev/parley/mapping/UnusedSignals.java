package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Finds the signals that phrases show and nothing asks for: work at each message, of which nothing comes. */
final class UnusedSignals {
    /** Those that summaries and referrals read, as {@code signals.schema.json} says. */
    private static final Set<String> READ_BY_ITSELF =
            Set.of("promise hold need question next-step referred-by refers-to their-address own-address".split(" "));

    private final Set<String> asked = new HashSet<>(READ_BY_ITSELF);
    private final Consumer<Finding> findings;

    /** @param qualification the file that asks for signals */
    UnusedSignals(YamlFile qualification, Consumer<Finding> findings) {
        this.findings = findings;
        for (JsonNode names : qualification.content().findValues("signals")) {
            names.forEach(name -> asked.add(name.asText()));
        }
        asked.addAll(qualification.content().findValuesAsText("signal"));
    }

    /** @param languages the files of signals, one a language */
    void check(Collection<YamlFile> languages) {
        Set<String> misspelt = new HashSet<>(asked);
        misspelt.removeAll(READ_BY_ITSELF);
        languages.forEach(file -> file.content().path("signals").fieldNames().forEachRemaining(misspelt::remove));
        for (YamlFile file : languages) {
            file.content().path("signals").fieldNames().forEachRemaining(name -> {
                // A misspelt name is told where it stands: the one that was meant is not told besides.
                if (Suggestion.among(misspelt, name) == null) {
                    check(file, name);
                }
            });
        }
    }

    private void check(YamlFile file, String name) {
        if (!asked.contains(name)) {
            String what = "neither qualification.yaml nor Parley itself asks for '" + name + "'";
            findings.accept(Finding.warning(
                    file.place(YamlFile.child("/signals", name)),
                    "unused-signal",
                    what,
                    Suggestion.among(asked, name)));
        }
    }
}
