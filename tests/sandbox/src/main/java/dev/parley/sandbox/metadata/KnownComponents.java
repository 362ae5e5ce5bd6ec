package dev.parley.sandbox.metadata;

import dev.parley.sandbox.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an org has before a deployment, which makes the rest anew.
 *
 * @param schema its objects and fields
 * @param names what the files and folders of its other components are called
 */
record KnownComponents(Schema schema, Set<String> names) {

    /** Those that the org began with, and those that were deployed since. */
    static KnownComponents of(Path packageRoot, Path deployed) {
        Set<String> names =
                Stream.of(packageRoot, deployed).flatMap(KnownComponents::names).collect(Collectors.toSet());
        return new KnownComponents(Schema.load(packageRoot, deployed), names);
    }

    private static Stream<String> names(Path root) {
        if (!Files.isDirectory(root)) {
            return Stream.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.map(each -> each.getFileName().toString().replaceFirst("\\..*", "")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean has(MetadataZip.Member member) {
        String name = member.name();
        String owner = name.substring(0, Math.max(0, name.indexOf('.')));
        String own = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1);
        return switch (member.type()) {
            case "CustomObject" -> schema.find(name).isPresent();
            case "CustomField" -> hasField(owner, own);
            case "SharingCriteriaRule" -> names.contains(owner);
            case "CustomLabel" -> names.contains("CustomLabels");
            default -> names.contains(own);
        };
    }

    /** Custom fields of tasks and events live on Activity. */
    private boolean hasField(String object, String field) {
        return schema.find(object.equals("Activity") ? "Task" : object)
                .flatMap(type -> type.field(field))
                .isPresent();
    }
}
