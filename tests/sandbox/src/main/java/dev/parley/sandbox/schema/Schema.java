package dev.parley.sandbox.schema;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The object types of the org, or of it as one user sees it. Nothing changes it but a deployment; names are found in any
 * case.
 */
public final class Schema {
    private volatile Types types;

    private record Types(
            Map<String, SObjectType> byName,
            Map<String, SObjectType> byPrefix,
            Translations translations,
            Map<String, Schema> byLanguage) {}

    Schema(Collection<ObjectDefinition> definitions, Translations translations) {
        Map<String, SObjectType> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, SObjectType> byPrefix = new HashMap<>();
        Map<String, List<ChildRelationship>> children = childrenByParent(definitions);
        for (ObjectDefinition definition : definitions) {
            SObjectType type = new SObjectType(definition, children.getOrDefault(definition.name(), List.of()));
            byName.put(type.name(), type);
            byPrefix.put(type.keyPrefix(), type);
        }
        types = new Types(byName, byPrefix, translations, new ConcurrentHashMap<>());
    }

    /** The standard objects alone. */
    public static Schema standard() {
        return SchemaLoader.standard();
    }

    /**
     * The standard objects and those of Salesforce DX packages; the later ones replace what they share with earlier.
     *
     * @param packageRoots the directories that hold {@code objects}, such as {@code force-app/main/default}
     * @throws IllegalArgumentException if a metadata file is broken or needs what the sandbox org does not have
     */
    public static Schema load(Path... packageRoots) {
        return SchemaLoader.withPackages(List.of(packageRoots));
    }

    /** Becomes what the other is, for everyone who holds it. */
    public void redefine(Schema other) {
        types = other.types;
    }

    /** The org as a user with these permissions sees it: what may not be read is not there. */
    public Schema seenBy(Permissions permissions) {
        Types now = types;
        return new Schema(
                definitions(now)
                        .map(definition -> Visibility.of(definition, permissions))
                        .filter(definition -> definition.operations().contains(Operation.READ))
                        .toList(),
                now.translations());
    }

    /** The org in another language, ISO 639-1: fields and picklists' values by the labels that they have in it. */
    public Schema in(String language) {
        Types now = types;
        return now.translations().languages().contains(language)
                ? now.byLanguage().computeIfAbsent(language, asked -> translated(now, asked))
                : this;
    }

    private static Schema translated(Types types, String language) {
        Translations translations = types.translations();
        return new Schema(
                definitions(types)
                        .map(definition -> translations.of(definition, language))
                        .toList(),
                translations);
    }

    private static Stream<ObjectDefinition> definitions(Types types) {
        return types.byName().values().stream().map(SObjectType::definition);
    }

    /** The type of that name, in any case. */
    public Optional<SObjectType> find(String name) {
        return Optional.ofNullable(types.byName().get(name));
    }

    /** The type whose records have ids that begin like this one. */
    public Optional<SObjectType> ofId(String id) {
        return id.length() < 3
                ? Optional.empty()
                : Optional.ofNullable(types.byPrefix().get(id.substring(0, 3)));
    }

    /** Every type, ordered by name. */
    public Collection<SObjectType> types() {
        return Collections.unmodifiableCollection(types.byName().values());
    }

    private static Map<String, List<ChildRelationship>> childrenByParent(Collection<ObjectDefinition> definitions) {
        Map<String, List<ChildRelationship>> children = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (ObjectDefinition child : definitions) {
            for (Field field : child.fields()) {
                field.parent().ifPresent(parent -> parent.targets().forEach(target -> children.computeIfAbsent(
                                target, none -> new ArrayList<>())
                        .add(new ChildRelationship(
                                child.name(), field.name(), parent.childRelationshipName(), parent.masterDetail()))));
            }
        }
        return children;
    }
}
