package dev.parley.sandbox.schema;

import dev.parley.sandbox.schema.Field.Trait;
import java.util.List;
import java.util.Set;

/** Reads a custom object from its {@code object-meta.xml}. */
final class CustomObject {
    private CustomObject() {}

    static ObjectBuilder read(String name, String keyPrefix, Xml xml, List<Field> fields) {
        String label = xml.text("label").orElse(name);
        ObjectBuilder object =
                new ObjectBuilder(name, label, xml.text("pluralLabel").orElse(label), keyPrefix);
        xml.child("nameField").ifPresent(nameField -> addName(object, nameField));
        xml.text("sharingModel").map(SharingModel::named).ifPresent(object::sharing);
        fields.forEach(object::add);
        boolean isDetail =
                fields.stream().flatMap(field -> field.parent().stream()).anyMatch(Reference::masterDetail);
        return isDetail ? object : object.owner(List.of("Group", "User"));
    }

    private static void addName(ObjectBuilder object, Xml xml) {
        boolean numbered = xml.text("type").filter("AutoNumber"::equals).isPresent();
        xml.text("displayFormat").ifPresent(object::autoNumberFormat);
        Set<Trait> traits = numbered
                ? Set.of(Trait.NAME, Trait.REQUIRED, Trait.CALCULATED, Trait.ALWAYS_VISIBLE, Trait.AUTO_NUMBER)
                : Set.of(Trait.NAME, Trait.CREATEABLE, Trait.UPDATEABLE, Trait.ALWAYS_VISIBLE);
        String label = xml.text("label").orElse("Name");
        object.add(new Field("Name", label, FieldType.STRING, 80, 0, 0, traits, List.of(), null, null));
    }
}
