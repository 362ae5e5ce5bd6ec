package dev.parley.sandbox.pages;

import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.FieldType;

/** Fields' labels for people. */
final class Labels {
    private static final String ID = " ID";

    private Labels() {}

    /** The label; a reference, which is shown by its record's name, is not called an id. */
    static String of(Field field) {
        String label = field.label();
        return field.type() == FieldType.REFERENCE && label.endsWith(ID)
                ? label.substring(0, label.length() - ID.length())
                : label;
    }
}
