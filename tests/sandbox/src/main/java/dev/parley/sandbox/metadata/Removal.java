package dev.parley.sandbox.metadata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes components out of what was deployed before, as the destructive changes of a deployment name them. */
final class Removal {
    /** Where {@link SourceFormat} lays down what stands in files of its own. */
    private static final Map<String, String> FOLDERS = Map.ofEntries(
            Map.entry("PermissionSet", "permissionsets"),
            Map.entry("Queue", "queues"),
            Map.entry("Group", "groups"),
            Map.entry("SharingRules", "sharingRules"),
            Map.entry("Layout", "other/layouts"),
            Map.entry("CustomTab", "other/tabs"),
            Map.entry("CustomLabels", "other/labels"),
            Map.entry("Translations", "other/translations"),
            Map.entry("FlexiPage", "other/flexipages"),
            Map.entry("LightningComponentBundle", "other/lwc"));

    /** A component whose name begins otherwise is none, and must not name a folder above it. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][^/\\\\]*");

    private final Path root;

    Removal(Path root) {
        this.root = root;
    }

    /** Takes one away; what is not there, or stands in another component's file, is gone with that. */
    void take(MetadataZip.Member member) {
        files(member).forEach(Removal::delete);
    }

    private List<Path> files(MetadataZip.Member member) {
        if (!NAME.matcher(member.name()).matches()) {
            return List.of();
        }
        if (member.type().equals("CustomObject")) {
            return existing(root.resolve("objects").resolve(member.name()));
        }
        if (member.type().equals("CustomField")) {
            int dot = member.name().indexOf('.');
            return existing(root.resolve("objects")
                    .resolve(member.name().substring(0, Math.max(0, dot)))
                    .resolve("fields")
                    .resolve(member.name().substring(dot + 1) + ".field-meta.xml"));
        }
        String folder = FOLDERS.get(member.type());
        return folder == null ? List.of() : named(root.resolve(folder), member.name());
    }

    /** Inside the root only, whatever the name says. */
    private List<Path> existing(Path path) {
        Path plain = path.normalize();
        return plain.startsWith(root) && Files.exists(plain) ? List.of(plain) : List.of();
    }

    private static List<Path> named(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> stem(file).equals(name)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-zA-Z]+(-meta\\.xml)?$", "");
    }

    private static void delete(Path path) {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
