package dev.parley.sandbox.schema;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A field of an object type, as a describe tells of it.
 *
 * @param name the API name, in its own spelling
 * @param label the name people read
 * @param type the type
 * @param length the most characters of a text, 0 for other types
 * @param precision the digits of a number, before and after the point together
 * @param scale the digits of a number after the point
 * @param traits what else is true of the field
 * @param picklist the values of a picklist, empty for other types
 * @param reference where a reference points, null for other types
 * @param defaultValue what a new record takes when nothing is given, null for nothing
 */
public record Field(
        String name,
        String label,
        FieldType type,
        int length,
        int precision,
        int scale,
        Set<Trait> traits,
        List<PicklistValue> picklist,
        Reference reference,
        Object defaultValue) {

    /** What may be true of a field. */
    public enum Trait {
        /** A record cannot be without it. */
        REQUIRED,
        /** May be given when a record is made. */
        CREATEABLE,
        /** May be changed later. */
        UPDATEABLE,
        /** No two records have the same value. */
        UNIQUE,
        /** Values that differ in case differ. */
        CASE_SENSITIVE,
        /** May be used to find a record for an upsert. */
        EXTERNAL_ID,
        /** May be used to find a record although it is no external id. */
        ID_LOOKUP,
        /** Holds the record's name. */
        NAME,
        /** A picklist that takes only its own values. */
        RESTRICTED,
        /** Kept in an index for equality, though it is no id, reference or external id. */
        INDEXED,
        /** Numbered by the org when the record is made. */
        AUTO_NUMBER,
        /** Computed by the org, never stored from outside. */
        CALCULATED,
        /** Of a detail's reference to its master: who sees the master may make and change details. */
        OPEN_TO_READERS,
        /** Hidden by nothing: every user who sees the object sees the field. */
        ALWAYS_VISIBLE
    }

    /** Copies the collections. */
    public Field {
        traits = traits.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(traits));
        picklist = List.copyOf(picklist);
    }

    /** Whether the trait is true of this field. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether the package, not Salesforce, defines it. */
    public boolean isCustom() {
        return name.endsWith("__c");
    }

    /** Whether a record may be without a value. */
    public boolean isNillable() {
        return !is(Trait.REQUIRED) && type != FieldType.BOOLEAN && type != FieldType.ID;
    }

    /** Whether it is a text too long to be filtered, sorted or grouped by. */
    public boolean isLongText() {
        return type == FieldType.TEXTAREA && length > 255;
    }

    /** Whether a query may filter by it. */
    public boolean isFilterable() {
        return !isLongText();
    }

    /** Whether a query may sort by it. */
    public boolean isSortable() {
        return !isLongText() && type != FieldType.MULTIPICKLIST;
    }

    /** Whether a query may group by it. */
    public boolean isGroupable() {
        return isSortable() && type != FieldType.DATETIME && (!type.isNumber() || type == FieldType.INT);
    }

    /** Whether the records are indexed by it, so that finding equal values does not read them all. */
    public boolean isIndexed() {
        return type == FieldType.ID
                || type == FieldType.REFERENCE
                || is(Trait.EXTERNAL_ID)
                || is(Trait.UNIQUE)
                || is(Trait.ID_LOOKUP)
                || is(Trait.INDEXED);
    }

    /** Where it points, if it is a reference. */
    public Optional<Reference> parent() {
        return Optional.ofNullable(reference);
    }

    /** The same field by other labels: its own, and what becomes of its values'. */
    Field called(String otherLabel, UnaryOperator<String> valueLabels) {
        List<PicklistValue> values = picklist.stream()
                .map(value -> new PicklistValue(value.value(), valueLabels.apply(value.label()), value.isDefault()))
                .toList();
        return new Field(name, otherLabel, type, length, precision, scale, traits, values, reference, defaultValue);
    }

    /** The same field with another set of traits. */
    Field with(Set<Trait> otherTraits) {
        return new Field(name, label, type, length, precision, scale, otherTraits, picklist, reference, defaultValue);
    }
}
