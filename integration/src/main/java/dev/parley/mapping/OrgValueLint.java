package dev.parley.mapping;

import dev.parley.crm.Describe;
import dev.parley.crm.Describe.Field;
import dev.parley.crm.Describe.Trait;
import dev.parley.mapping.Result.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Whether a field of the org takes the values that a file would give it. */
final class OrgValueLint {
    private static final Set<String> TEXTS =
            Set.of("string", "textarea", "email", "phone", "url", "combobox", "encryptedstring");
    private static final Set<String> PICKLISTS = Set.of("picklist", "multipicklist");

    private final RecordMapping mapping;
    private final Describe describe;
    private final Consumer<Finding> findings;

    OrgValueLint(RecordMapping mapping, Describe describe, Consumer<Finding> findings) {
        this.mapping = mapping;
        this.describe = describe;
        this.findings = findings;
    }

    /** @param target what the org says of the field */
    void check(FieldMapping field, Field target) {
        if (field.from() != null) {
            Place place = field.from().place();
            checkType(place, field.result(), target);
            checkWords(place, field.result(), target);
            checkLength(field, target);
        }
        if (field.otherwise() != null && !(field.otherwise() instanceof RecordTypeName)) {
            Result literal = Result.ofLiteral(field.otherwise());
            Place place = mapping.file().valuePlace(YamlFile.child("/fields", List.of(field.name(), "default")));
            checkType(place, literal, target);
            checkWords(place, literal, target);
            if (TEXTS.contains(target.type()) && literal.longest() > length(target)) {
                error(place, "too-long", name(target) + " takes at most " + target.length() + " characters", null);
            }
        }
    }

    private void checkType(Place place, Result result, Field target) {
        if (!FieldType.of(target.type()).takes(result)) {
            String given = result.words().size() == 1
                    ? "'" + result.words().get(0) + "'"
                    : result.kind().toString();
            String what = name(target) + " takes " + FieldType.of(target.type()) + ", and this gives " + given;
            error(place, "wrong-type", what, null);
        }
    }

    private void checkWords(Place place, Result result, Field target) {
        if (!PICKLISTS.contains(target.type()) || result.kind() != Kind.TEXT) {
            return;
        }
        boolean open = Set.of("", "free").contains(result.format());
        if (result.words().isEmpty() && open && target.is(Trait.RESTRICTED)) {
            findings.accept(Finding.warning(
                    place,
                    "open-picklist",
                    name(target) + " takes only the values of its picklist, and this can give any text"));
        }
        result.words().stream()
                .flatMap(words ->
                        target.type().equals("picklist") ? List.of(words).stream() : Arrays.stream(words.split(";")))
                .filter(word -> !target.values().contains(word))
                .forEach(word -> report(place, word, target));
    }

    private void report(Place place, String word, Field target) {
        if (target.name().equals(OrgRecordLint.CURRENCY)) {
            String there = String.join(", ", target.values());
            error(
                    place,
                    "unknown-picklist-value",
                    "the org has no active currency '" + word + "'; there are: " + there,
                    null);
            return;
        }
        String what = "'" + word + "' is not an active value of " + name(target);
        String near = Suggestion.among(target.values(), word);
        findings.accept(
                target.is(Trait.RESTRICTED)
                        ? Finding.error(place, "unknown-picklist-value", what, near)
                        : Finding.warning(place, "unknown-picklist-value", what, near));
    }

    private void checkLength(FieldMapping field, Field target) {
        boolean isText = TEXTS.contains(target.type()) && field.result().is(Kind.TEXT, Kind.LIST);
        if (!isText || Math.min(field.max(), field.result().longest()) <= length(target)) {
            return;
        }
        String pointer = YamlFile.child("/fields", List.of(field.name(), "max"));
        if (field.max() < Integer.MAX_VALUE) {
            String what = "'max' is " + field.max() + ", but " + name(target) + " takes at most " + target.length();
            error(mapping.file().place(pointer), "too-long", what, String.valueOf(target.length()));
        } else {
            findings.accept(Finding.warning(
                    field.place(),
                    "too-long",
                    name(target) + " takes at most " + target.length()
                            + " characters, and this can give more: say 'max: " + target.length() + "'"));
        }
    }

    private static int length(Field target) {
        return target.length() == 0 ? Integer.MAX_VALUE : target.length();
    }

    private String name(Field target) {
        return describe.sobject() + "." + target.name();
    }

    private void error(Place place, String rule, String what, String didYouMean) {
        findings.accept(Finding.error(place, rule, what, didYouMean));
    }
}
