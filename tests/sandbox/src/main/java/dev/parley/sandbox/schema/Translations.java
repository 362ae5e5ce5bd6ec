package dev.parley.sandbox.schema;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What fields and values of picklists are called in other languages: of standard fields Salesforce knows it, of custom
 * ones the packages' {@code objectTranslations} say it. Where nobody says it, the label stays.
 */
final class Translations {
    private static final String FIELD = ".fieldTranslation-meta.xml";

    /** By {@code Object-language.Field}, and {@code Object-language.Field.label of the value}. */
    private final Map<String, String> words = new HashMap<>();

    private final Set<String> languages = new TreeSet<>(StandardWords.languages());

    /** @param packageRoots as in {@link Schema#load}; translations may also lie in a package directory of their own */
    static Translations read(List<Path> packageRoots) {
        Translations translations = new Translations();
        packageRoots.stream()
                .flatMap(root -> Stream.of(root, root.resolve("../../translations/default")))
                .map(root -> root.resolve("objectTranslations"))
                .flatMap(folder -> PackageFiles.list(folder).stream())
                .forEach(translations::add);
        return translations;
    }

    private void add(Path folder) {
        String name = folder.getFileName().toString();
        String place = name.replaceFirst("_[A-Z]{2}$", "");
        languages.add(place.substring(place.lastIndexOf('-') + 1));
        PackageFiles.list(folder).stream()
                .filter(file -> file.toString().endsWith(FIELD))
                .forEach(file -> add(place, Xml.read(file)));
    }

    private void add(String place, Xml field) {
        String name = place + "." + field.text("name").orElseThrow();
        field.text("label").ifPresent(label -> words.put(name, label));
        field.children("picklistValues")
                .forEach(value -> words.put(
                        name + "." + value.text("masterLabel").orElseThrow(),
                        value.text("translation").orElseThrow()));
    }

    /** Every language but English that something is translated to, ISO 639-1. */
    Set<String> languages() {
        return languages;
    }

    /** The object with its fields and values called as in that language. */
    ObjectDefinition of(ObjectDefinition object, String language) {
        String place = object.name() + "-" + language;
        return object.with(
                object.operations(),
                object.fields().stream()
                        .map(field -> field.isCustom() ? custom(place, field) : standard(field, language))
                        .toList());
    }

    private Field custom(String place, Field field) {
        String name = place + "." + field.name();
        return field.called(
                words.getOrDefault(name, field.label()), value -> words.getOrDefault(name + "." + value, value));
    }

    private static Field standard(Field field, String language) {
        return field.called(
                // What refers to a record is called by what it refers to.
                StandardWords.of(field.label().replaceFirst(" ID$", ""), language)
                        .orElse(field.label()),
                value -> StandardWords.of(value, language).orElse(value));
    }
}
