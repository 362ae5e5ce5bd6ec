package dev.parley.sandbox.schema;

import dev.parley.sandbox.schema.Field.Trait;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Collects an object's definition from its files; adds the fields that every object has. */
final class ObjectBuilder {
    private final String name;
    private final String label;
    private final String labelPlural;
    private final String keyPrefix;
    private final List<Field> fields = new ArrayList<>();
    private Set<Operation> operations = EnumSet.allOf(Operation.class);
    private List<String> ownerTypes = List.of();
    private String autoNumberFormat;
    private SharingModel sharing = SharingModel.NONE;

    ObjectBuilder(String name, String label, String labelPlural, String keyPrefix) {
        this.name = name;
        this.label = label;
        this.labelPlural = labelPlural;
        this.keyPrefix = keyPrefix;
    }

    ObjectBuilder add(Field field) {
        fields.add(field);
        if (field.is(Trait.AUTO_NUMBER) && autoNumberFormat == null) {
            autoNumberFormat = "{00000000}";
        }
        return this;
    }

    /** A record may be without that field from now on. */
    ObjectBuilder optional(String field) {
        fields.replaceAll(each -> each.name().equals(field) ? each.with(without(each.traits())) : each);
        return this;
    }

    private static Set<Trait> without(Set<Trait> traits) {
        EnumSet<Trait> others = EnumSet.copyOf(traits);
        others.remove(Trait.REQUIRED);
        return others;
    }

    ObjectBuilder owner(List<String> types) {
        ownerTypes = types;
        return this;
    }

    ObjectBuilder operations(Set<Operation> allowed) {
        operations = allowed;
        return this;
    }

    ObjectBuilder sharing(SharingModel model) {
        sharing = model;
        return this;
    }

    ObjectBuilder autoNumberFormat(String format) {
        autoNumberFormat = format;
        return this;
    }

    ObjectDefinition build() {
        List<Field> all = new ArrayList<>();
        all.add(system("Id", FieldType.ID, 18));
        all.add(system("IsDeleted", FieldType.BOOLEAN, 0));
        all.addAll(fields);
        if (!ownerTypes.isEmpty()) {
            Set<Trait> traits = EnumSet.of(Trait.CREATEABLE, Trait.UPDATEABLE, Trait.ALWAYS_VISIBLE);
            all.add(reference("OwnerId", traits, ownerTypes, "Owner"));
        }
        all.add(system("CreatedDate", FieldType.DATETIME, 0));
        all.add(reference("CreatedById", StandardObjects.system(), List.of("User"), "CreatedBy"));
        all.add(system("LastModifiedDate", FieldType.DATETIME, 0));
        all.add(reference("LastModifiedById", StandardObjects.system(), List.of("User"), "LastModifiedBy"));
        all.add(system("SystemModstamp", FieldType.DATETIME, 0));
        return new ObjectDefinition(name, label, labelPlural, keyPrefix, operations, all, autoNumberFormat, sharing);
    }

    private static Field system(String name, FieldType type, int length) {
        Object defaultValue = type == FieldType.BOOLEAN ? Boolean.FALSE : null;
        Set<Trait> traits = EnumSet.copyOf(StandardObjects.system());
        traits.add(Trait.REQUIRED);
        return new Field(name, Labels.ofField(name), type, length, 0, 0, traits, List.of(), null, defaultValue);
    }

    private static Field reference(String name, Set<Trait> traits, List<String> targets, String relationship) {
        EnumSet<Trait> all = EnumSet.copyOf(traits);
        all.add(Trait.REQUIRED);
        Reference reference = new Reference(targets, relationship, null, false);
        return new Field(name, Labels.ofField(name), FieldType.REFERENCE, 18, 0, 0, all, List.of(), reference, null);
    }
}
