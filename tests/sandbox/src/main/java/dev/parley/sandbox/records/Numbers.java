package dev.parley.sandbox.records;

import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import java.util.HashMap;
import java.util.Map;

/** Counts the ids and automatic numbers of each type; no number is given twice, not even after a rollback. */
final class Numbers {
    private static final String DIGITS_OF_FORMAT = ".*\\{(0+)}.*";

    private final Map<String, Long> lastByType = new HashMap<>();

    void saw(SObject record) {
        lastByType.merge(record.type().name(), Ids.number(record.id()), Math::max);
    }

    String nextId(SObjectType type) {
        return Ids.of(type.keyPrefix(), lastByType.merge(type.name(), 1L, Long::sum));
    }

    /** The automatic number of the record with that id: {@code CHAT-{0000}} gives {@code CHAT-0042}. */
    static String automatic(SObjectType type, Field field, String id) {
        String format = type.autoNumberFormat();
        if (!field.is(Field.Trait.AUTO_NUMBER) || format == null) {
            return null;
        }
        int digits = format.matches(DIGITS_OF_FORMAT)
                ? format.replaceAll(DIGITS_OF_FORMAT, "$1").length()
                : 1;
        return format.replaceAll("\\{0+}", ("%0" + digits + "d").formatted(Ids.number(id)));
    }

    void clear() {
        lastByType.clear();
    }
}
