package dev.parley.sandbox.metadata;

import dev.parley.sandbox.schema.Xml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Lays the files of a deployment down as a DX project has them, from where the org reads its schema. */
final class SourceFormat {
    private final Path root;

    SourceFormat(Path root) {
        this.root = root;
    }

    void write(Map<String, byte[]> files) {
        files.forEach(this::write);
    }

    private void write(String path, byte[] content) {
        if (path.matches("objects/[^/]+\\.object")) {
            writeObject(path.substring("objects/".length(), path.length() - ".object".length()), content, path);
        } else if (path.matches("(permissionsets|queues|groups|sharingRules)/[^/]+")) {
            save(root.resolve(path + "-meta.xml").normalize(), content);
        } else {
            save(root.resolve("other").resolve(path).normalize(), content);
        }
    }

    private void writeObject(String name, byte[] content, String path) {
        Xml object = Xml.parse(content, path);
        Path folder = root.resolve("objects").resolve(name);
        if (object.child("label").isPresent()) {
            object.write(folder.resolve(name + ".object-meta.xml"), "CustomObject");
        }
        object.children("fields")
                .forEach(field -> field.write(
                        folder.resolve("fields").resolve(field.text("fullName").orElseThrow() + ".field-meta.xml"),
                        "CustomField"));
    }

    private void save(Path file, byte[] content) {
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException("A path of the zip leads out of it");
        }
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
