package dev.parley.sandbox.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** An object type: its fields and how it hangs together with others. Names are found in any case. */
public final class SObjectType {
    private final ObjectDefinition definition;
    private final Map<String, Field> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Field> parents = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<ChildRelationship> children;

    SObjectType(ObjectDefinition definition, List<ChildRelationship> children) {
        this.definition = definition;
        this.children = List.copyOf(children);
        for (Field field : definition.fields()) {
            fields.put(field.name(), field);
            field.parent().ifPresent(parent -> parents.put(parent.relationshipName(), field));
        }
    }

    /** The API name, in its own spelling. */
    public String name() {
        return definition.name();
    }

    /** The name people read. */
    public String label() {
        return definition.label();
    }

    /** The name people read for several. */
    public String labelPlural() {
        return definition.labelPlural();
    }

    /** The first three characters of its records' ids. */
    public String keyPrefix() {
        return definition.keyPrefix();
    }

    /** Whether the package, not Salesforce, defines it. */
    public boolean isCustom() {
        return name().endsWith("__c");
    }

    /** What the acting user may do with its records. */
    public Set<Operation> operations() {
        return definition.operations();
    }

    /** Whether the acting user may do this with its records. */
    public boolean allows(Operation operation) {
        return definition.operations().contains(operation);
    }

    /** What users may do with records of others, unless a rule says more. */
    public SharingModel sharing() {
        return definition.sharing();
    }

    /** All fields, in the order of their definition. */
    public List<Field> fields() {
        return definition.fields();
    }

    /** The field of that name, in any case. */
    public Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The reference field whose parent is reached by that relationship name, such as {@code Account__r}. */
    public Optional<Field> parentRelationship(String relationshipName) {
        return Optional.ofNullable(parents.get(relationshipName));
    }

    /** The relationships by which other records refer to this type. */
    public List<ChildRelationship> children() {
        return children;
    }

    /** The child relationship of that name, in any case. */
    public Optional<ChildRelationship> child(String relationshipName) {
        return children.stream()
                .filter(child -> relationshipName.equalsIgnoreCase(child.relationshipName()))
                .findFirst();
    }

    /** The field that holds a record's name, if the type has one. */
    public Optional<Field> nameField() {
        return fields().stream().filter(field -> field.is(Field.Trait.NAME)).findFirst();
    }

    /** The reference fields, by relationship name. */
    public Collection<Field> references() {
        return Collections.unmodifiableCollection(parents.values());
    }

    /** How automatic numbers are written, such as {@code CHAT-{00000000}}, null where there are none. */
    public String autoNumberFormat() {
        return definition.autoNumberFormat();
    }

    ObjectDefinition definition() {
        return definition;
    }

    @Override
    public String toString() {
        return name();
    }
}
