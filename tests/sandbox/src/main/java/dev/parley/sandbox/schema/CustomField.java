package dev.parley.sandbox.schema;

import dev.parley.sandbox.schema.Field.Trait;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a custom field from its {@code field-meta.xml}. */
final class CustomField {
    private static final Map<String, FieldType> TYPES = Map.ofEntries(
            Map.entry("Text", FieldType.STRING),
            Map.entry("AutoNumber", FieldType.STRING),
            Map.entry("TextArea", FieldType.TEXTAREA),
            Map.entry("LongTextArea", FieldType.TEXTAREA),
            Map.entry("Html", FieldType.TEXTAREA),
            Map.entry("Email", FieldType.EMAIL),
            Map.entry("Phone", FieldType.PHONE),
            Map.entry("Url", FieldType.URL),
            Map.entry("Picklist", FieldType.PICKLIST),
            Map.entry("MultiselectPicklist", FieldType.MULTIPICKLIST),
            Map.entry("Checkbox", FieldType.BOOLEAN),
            Map.entry("Number", FieldType.DOUBLE),
            Map.entry("Currency", FieldType.CURRENCY),
            Map.entry("Percent", FieldType.PERCENT),
            Map.entry("Date", FieldType.DATE),
            Map.entry("DateTime", FieldType.DATETIME),
            Map.entry("Lookup", FieldType.REFERENCE),
            Map.entry("MasterDetail", FieldType.REFERENCE));

    private static final Map<FieldType, Integer> LENGTHS = Map.of(
            FieldType.STRING, 255,
            FieldType.TEXTAREA, 255,
            FieldType.EMAIL, 80,
            FieldType.PHONE, 40,
            FieldType.URL, 255,
            FieldType.PICKLIST, 255,
            FieldType.MULTIPICKLIST, 4099,
            FieldType.REFERENCE, 18);

    private final Xml xml;

    private CustomField(Xml xml) {
        this.xml = xml;
    }

    static Field read(Xml xml) {
        return new CustomField(xml).field();
    }

    private Field field() {
        String name = xml.text("fullName").orElseThrow();
        FieldType type = Optional.ofNullable(TYPES.get(typeName()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The sandbox org does not know the type '" + typeName() + "' of the field " + name));
        List<PicklistValue> values = picklist();
        return new Field(
                name,
                xml.text("label").orElse(name),
                type,
                xml.number("length", LENGTHS.getOrDefault(type, 0)),
                type.isNumber() ? xml.number("precision", 18) : 0,
                type.isNumber() ? xml.number("scale", 0) : 0,
                traits(),
                values,
                type == FieldType.REFERENCE ? reference(name) : null,
                defaultValue(type, values));
    }

    private String typeName() {
        return xml.text("type").orElse("");
    }

    private boolean isMasterDetail() {
        return typeName().equals("MasterDetail");
    }

    private Set<Trait> traits() {
        EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
        boolean written = xml.child("formula").isEmpty() && !typeName().equals("AutoNumber");
        if (written) {
            traits.add(Trait.CREATEABLE);
        } else {
            traits.add(Trait.CALCULATED);
        }
        if (written && (!isMasterDetail() || xml.isTrue("reparentableMasterDetail"))) {
            traits.add(Trait.UPDATEABLE);
        }
        if (isMasterDetail() || xml.isTrue("required")) {
            traits.add(Trait.REQUIRED);
            traits.add(Trait.ALWAYS_VISIBLE);
        }
        addIf(xml.isTrue("writeRequiresMasterRead"), traits, Trait.OPEN_TO_READERS);
        addIf(xml.isTrue("unique"), traits, Trait.UNIQUE);
        addIf(xml.isTrue("caseSensitive"), traits, Trait.CASE_SENSITIVE);
        addIf(xml.isTrue("externalId"), traits, Trait.EXTERNAL_ID);
        addIf(typeName().equals("AutoNumber"), traits, Trait.AUTO_NUMBER);
        addIf(xml.child("valueSet").filter(set -> set.isTrue("restricted")).isPresent(), traits, Trait.RESTRICTED);
        return traits;
    }

    private static void addIf(boolean holds, Set<Trait> traits, Trait trait) {
        if (holds) {
            traits.add(trait);
        }
    }

    private List<PicklistValue> picklist() {
        return xml.child("valueSet").flatMap(set -> set.child("valueSetDefinition")).stream()
                .flatMap(definition -> definition.children("value").stream())
                .filter(value -> !value.text("isActive").filter("false"::equals).isPresent())
                .map(value -> new PicklistValue(
                        value.text("fullName").orElseThrow(),
                        value.text("label")
                                .orElseGet(() -> value.text("fullName").orElseThrow()),
                        value.isTrue("default")))
                .toList();
    }

    private Reference reference(String name) {
        return new Reference(
                List.of(xml.text("referenceTo").orElseThrow()),
                name.replaceAll("__c$", "__r"),
                xml.text("relationshipName").map(children -> children + "__r").orElse(null),
                isMasterDetail());
    }

    private Object defaultValue(FieldType type, List<PicklistValue> values) {
        if (type == FieldType.BOOLEAN) {
            return xml.isTrue("defaultValue");
        }
        return values.stream()
                .filter(PicklistValue::isDefault)
                .map(PicklistValue::value)
                .findFirst()
                .orElse(null);
    }
}
