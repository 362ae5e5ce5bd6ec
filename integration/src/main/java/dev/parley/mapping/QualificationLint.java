package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Says what the schema of {@code qualification.yaml} cannot: whether what it names is there, and can be reached. */
final class QualificationLint {
    private static final List<String> LISTS = List.of("stages", "reasons", "disqualifiers", "missing", "plays");
    private static final List<String> WHENS = List.of("when", "known");

    private final YamlFile file;
    private final Set<String> signals = new TreeSet<>();
    private final Consumer<Finding> findings;

    /** @param languages the files of signals */
    QualificationLint(YamlFile file, Collection<Signals> languages, Consumer<Finding> findings) {
        this.file = file;
        this.findings = findings;
        languages.forEach(language -> signals.addAll(language.shown().keySet()));
    }

    void check() {
        for (String list : LISTS) {
            JsonNode rules = file.content().path(list);
            Set<String> names = new HashSet<>();
            for (int i = 0; i < rules.size(); i++) {
                String at = "/" + list + "/" + i;
                for (String when : WHENS) {
                    checkSignals(at + "/" + when, rules.get(i).path(when).path("signals"));
                    checkDemands(at + "/" + when, rules.get(i).path(when).path("account"));
                }
                checkName(list, at, rules.get(i).path("name"), names);
            }
        }
        checkMeanings();
        checkGrades();
    }

    private void checkMeanings() {
        JsonNode meanings = file.content().path("meanings");
        for (int i = 0; i < meanings.size(); i++) {
            checkSignal("/meanings/" + i + "/signal", meanings.get(i).path("signal"));
        }
    }

    private void checkSignals(String pointer, JsonNode names) {
        for (int i = 0; i < names.size(); i++) {
            checkSignal(pointer + "/signals/" + i, names.get(i));
        }
    }

    private void checkSignal(String pointer, JsonNode named) {
        String name = named.asText();
        if (named.isTextual() && !signals.contains(name)) {
            String what = "no file in signals/ says what shows '" + name + "'";
            findings.accept(
                    Finding.error(file.valuePlace(pointer), "unknown-signal", what, Suggestion.among(signals, name)));
        }
    }

    private void checkDemands(String pointer, JsonNode account) {
        account.properties().forEach(field -> {
            JsonNode demand = field.getValue();
            if (demand.has("least")
                    && demand.has("most")
                    && demand.path("least").asDouble() > demand.path("most").asDouble()) {
                findings.accept(Finding.error(
                        file.place(YamlFile.child(pointer + "/account", field.getKey())),
                        "contradiction",
                        "'least' is more than 'most': no account can be so"));
            }
        });
    }

    /** Two reasons of one name could not be told apart where they are shown; a play may be called for in several ways. */
    private void checkName(String list, String pointer, JsonNode name, Set<String> names) {
        if (!list.equals("plays") && name.isTextual() && !names.add(name.asText())) {
            String what = "'" + name.asText() + "' is the name of another one already";
            findings.accept(Finding.error(file.valuePlace(pointer + "/name"), "same-name", what));
        }
    }

    private void checkGrades() {
        SortedMap<String, Integer> grades = new TreeMap<>();
        file.content()
                .path("grades")
                .properties()
                .forEach(grade -> grades.put(grade.getKey(), grade.getValue().asInt()));
        int above = Integer.MAX_VALUE;
        for (Map.Entry<String, Integer> grade : grades.entrySet()) {
            if (grade.getValue() >= above) {
                String what = "'" + grade.getKey() + "' asks for as many points as a better grade: nothing can get it";
                findings.accept(Finding.error(file.place("/grades/" + grade.getKey()), "contradiction", what));
            }
            above = grade.getValue();
        }
    }
}
