package dev.parley.sandbox.schema;

import dev.parley.sandbox.schema.Field.Trait;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One field's line of {@code standard-objects.txt}, whose head says how it is written. */
final class FieldLine {
    private static final Pattern LINE = Pattern.compile("(?<name>\\w+) +(?<type>[a-z]+)(?:\\((?<size>[0-9,]+)\\))?"
            + "(?<traits>(?: [a-z]+)*)"
            + "(?: -> (?<targets>[\\w,]+) (?<relationship>\\w+)(?: (?<children>\\w+))?)?"
            + "(?: = (?<default>\\S+))?"
            + "(?: : (?<values>.+))?");

    private FieldLine() {}

    static Field parse(String line) {
        Matcher match = LINE.matcher(line);
        if (!match.matches()) {
            throw new IllegalStateException("standard-objects.txt: not a field: " + line);
        }
        FieldType type = FieldType.valueOf(match.group("type").toUpperCase(Locale.ROOT));
        Set<String> words = Set.of(match.group("traits").strip().split(" ", -1));
        List<PicklistValue> values = values(match.group("values"));
        int[] size = size(type, match.group("size"));
        return new Field(
                match.group("name"),
                Labels.ofField(match.group("name")),
                type,
                size[0],
                size[1],
                size[2],
                traits(words),
                values,
                reference(match, words.contains("detail")),
                defaultValue(type, match.group("default"), values));
    }

    private static int[] size(FieldType type, String size) {
        if (type.isNumber()) {
            String[] digits = size.split(",", -1);
            return new int[] {0, Integer.parseInt(digits[0]), Integer.parseInt(digits[1])};
        }
        int ofPicklist = type == FieldType.PICKLIST ? 255 : 0;
        int ofReference = type == FieldType.REFERENCE ? 18 : ofPicklist;
        return new int[] {size == null ? ofReference : Integer.parseInt(size), 0, 0};
    }

    private static Set<Trait> traits(Set<String> words) {
        EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
        if (words.contains("system")) {
            traits.addAll(StandardObjects.system());
        } else {
            traits.add(Trait.CREATEABLE);
            if (!words.contains("createonly")) {
                traits.add(Trait.UPDATEABLE);
            }
        }
        add(traits, words, "required", Trait.REQUIRED);
        add(traits, words, "name", Trait.NAME);
        add(traits, words, "unique", Trait.UNIQUE);
        add(traits, words, "idlookup", Trait.ID_LOOKUP);
        add(traits, words, "restricted", Trait.RESTRICTED);
        add(traits, words, "always", Trait.ALWAYS_VISIBLE);
        add(traits, words, "autonumber", Trait.AUTO_NUMBER);
        return traits;
    }

    private static void add(Set<Trait> traits, Set<String> words, String word, Trait trait) {
        if (words.contains(word)) {
            traits.add(trait);
        }
    }

    private static List<PicklistValue> values(String text) {
        if (text == null) {
            return List.of();
        }
        return Arrays.stream(text.split("\\|", -1))
                .map(String::strip)
                .map(value -> value.startsWith("*")
                        ? new PicklistValue(value.substring(1), value.substring(1), true)
                        : new PicklistValue(value, value, false))
                .toList();
    }

    private static Reference reference(Matcher match, boolean detail) {
        return match.group("targets") == null
                ? null
                : new Reference(
                        List.of(match.group("targets").split(",", -1)),
                        match.group("relationship"),
                        match.group("children"),
                        detail);
    }

    private static Object defaultValue(FieldType type, String text, List<PicklistValue> values) {
        if (type == FieldType.BOOLEAN) {
            return Boolean.valueOf(text);
        }
        return values.stream()
                .filter(PicklistValue::isDefault)
                .map(PicklistValue::value)
                .findFirst()
                .orElse(text);
    }
}
