package dev.parley.sandbox.saving;

import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.Field.Trait;
import dev.parley.sandbox.schema.FieldType;
import dev.parley.sandbox.schema.PicklistValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a value must be for its field, whatever else the org holds. */
final class FieldChecks {
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*/=?^_+`{|}~.-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    private FieldChecks() {}

    /** The value as it is kept: several choices in the order of the picklist. */
    static Object checked(Field field, Object value) {
        if (value == null) {
            if (field.type() == FieldType.BOOLEAN) {
                throw error("INVALID_TYPE_ON_FIELD_IN_RECORD", field, ": value not of required type: null");
            }
            return null;
        }
        if (value instanceof String text) {
            return text(field, text);
        }
        if (field.type().isNumber()) {
            checkRange(field, new BigDecimal(value.toString()));
        }
        return value;
    }

    private static String text(Field field, String text) {
        if (field.type() == FieldType.MULTIPICKLIST) {
            return choices(field, text);
        }
        if (field.type() != FieldType.REFERENCE && text.length() > field.length()) {
            String shown = text.substring(0, Math.min(text.length(), 255));
            throw error(
                    "STRING_TOO_LONG",
                    field,
                    ": data value too large: " + shown + " (max length=" + field.length() + ")");
        }
        if (field.type() == FieldType.EMAIL && !EMAIL.matcher(text).matches()) {
            throw error("INVALID_EMAIL_ADDRESS", field, ": invalid email address: " + text);
        }
        return field.type() == FieldType.PICKLIST ? choice(field, text) : text;
    }

    /** The picklist's own spelling of the choice; one it does not have where it is not restricted. */
    private static String choice(Field field, String text) {
        Optional<String> known = field.picklist().stream()
                .map(PicklistValue::value)
                .filter(text::equalsIgnoreCase)
                .findFirst();
        if (known.isEmpty() && field.is(Trait.RESTRICTED)) {
            throw error(
                    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                    field,
                    ": bad value for restricted picklist field: " + text);
        }
        return known.orElse(text);
    }

    private static String choices(Field field, String text) {
        List<String> given = Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(each -> choice(field, each))
                .distinct()
                .toList();
        List<String> inOrder = field.picklist().stream()
                .map(PicklistValue::value)
                .filter(given::contains)
                .toList();
        String kept = Stream.concat(inOrder.stream(), given.stream().filter(each -> !inOrder.contains(each)))
                .collect(Collectors.joining(";"));
        return kept.isEmpty() ? null : kept;
    }

    private static void checkRange(Field field, BigDecimal number) {
        int before = field.precision() - field.scale();
        if (number.abs().compareTo(BigDecimal.TEN.pow(before)) >= 0) {
            throw error(
                    "NUMBER_OUTSIDE_VALID_RANGE",
                    field,
                    ": value outside of valid range on numeric field: " + number.toPlainString());
        }
    }

    private static SalesforceError error(String code, Field field, String text) {
        return SalesforceError.badRequest(code, field.label() + text, field.name());
    }
}
