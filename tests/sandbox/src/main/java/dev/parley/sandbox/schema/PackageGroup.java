package dev.parley.sandbox.schema;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A public group or a queue of a package.
 *
 * @param developerName its API name
 * @param name the name people read
 * @param isQueue whether records can be owned by it
 * @param types the types whose records it may own
 */
public record PackageGroup(String developerName, String name, boolean isQueue, List<String> types) {
    /** Copies the types. */
    public PackageGroup {
        types = List.copyOf(types);
    }

    /** The groups and queues of a Salesforce DX package ({@code force-app/main/default}). */
    public static List<PackageGroup> read(Path packageRoot) {
        return Stream.concat(
                        PackageFiles.list(packageRoot.resolve("queues")).stream()
                                .map(file -> read(file, true)),
                        PackageFiles.list(packageRoot.resolve("groups")).stream()
                                .map(file -> read(file, false)))
                .toList();
    }

    private static PackageGroup read(Path file, boolean isQueue) {
        Xml xml = Xml.read(file);
        String developerName = file.getFileName().toString().replaceFirst("\\..*", "");
        List<String> types = xml.children("queueSobject").stream()
                .flatMap(type -> type.text("sobjectType").stream())
                .toList();
        return new PackageGroup(developerName, xml.text("name").orElse(developerName), isQueue, types);
    }
}
