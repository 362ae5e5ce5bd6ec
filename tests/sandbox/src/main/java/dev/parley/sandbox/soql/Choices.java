package dev.parley.sandbox.soql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code INCLUDES} asks of a multi-select picklist: one of several sets of values, each set whole. */
record Choices(List<Set<String>> sets) {

    static Choices of(List<Literal.Text> literals) {
        return new Choices(
                literals.stream().map(literal -> values(literal.value())).toList());
    }

    /** Whether the field's value, values separated by semicolons, holds all of one set. */
    boolean areIn(String value) {
        Set<String> chosen = values(value);
        return sets.stream().anyMatch(chosen::containsAll);
    }

    private static Set<String> values(String separated) {
        return Arrays.stream(separated.split(";", -1))
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
