package dev.parley.sandbox.schema;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts the standard objects and a package's objects and fields together. */
final class SchemaLoader {
    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final List<String> ACTIVITIES = List.of("Task", "Event");

    private final Map<String, ObjectBuilder> objects = StandardObjects.read();
    private final Set<String> prefixes = new HashSet<>();

    static Schema standard() {
        return new SchemaLoader().schema(List.of());
    }

    static Schema withPackages(List<Path> roots) {
        SchemaLoader loader = new SchemaLoader();
        if (roots.stream().anyMatch(PersonAccounts::areOn)) {
            StandardObjects.addPersonAccounts(loader.objects);
        }
        List<PackageFiles> packages = roots.stream().map(PackageFiles::new).toList();
        packages.stream()
                .flatMap(files -> files.objects().stream())
                .map(object -> object.getFileName().toString())
                .distinct()
                .sorted()
                .forEach(name -> loader.add(packages, name));
        return loader.schema(roots);
    }

    private void add(List<PackageFiles> packages, String name) {
        Map<String, Path> files = new TreeMap<>();
        packages.forEach(each ->
                each.fields(name).forEach(file -> files.put(file.getFileName().toString(), file)));
        List<Field> fields =
                files.values().stream().map(Xml::read).map(CustomField::read).toList();
        Optional<Path> objectFile = packages.stream()
                .map(each -> each.objectFile(name))
                .filter(Files::exists)
                .reduce((earlier, later) -> later);
        if (name.endsWith("__c") && objectFile.isPresent()) {
            objects.put(name, CustomObject.read(name, keyPrefix(name), Xml.read(objectFile.get()), fields));
        } else if (name.equals("Activity")) {
            ACTIVITIES.forEach(
                    activity -> fields.forEach(field -> existing(activity).add(field)));
        } else {
            fields.forEach(field -> existing(name).add(field));
        }
    }

    private ObjectBuilder existing(String name) {
        ObjectBuilder object = objects.get(name);
        if (object == null) {
            throw new IllegalArgumentException("The package adds fields to " + name
                    + ", which the sandbox org does not have: add it to standard-objects.txt");
        }
        return object;
    }

    /** From the name alone, so that a new object does not change the prefixes of the others between two starts. */
    private String keyPrefix(String name) {
        int number = Math.floorMod(name.hashCode(), DIGITS.length() * DIGITS.length());
        String prefix = prefix(number);
        while (!prefixes.add(prefix)) {
            number = (number + 1) % (DIGITS.length() * DIGITS.length());
            prefix = prefix(number);
        }
        return prefix;
    }

    private static String prefix(int number) {
        return "a" + DIGITS.charAt(number / DIGITS.length()) + DIGITS.charAt(number % DIGITS.length());
    }

    private Schema schema(List<Path> roots) {
        return new Schema(objects.values().stream().map(ObjectBuilder::build).toList(), Translations.read(roots));
    }
}
