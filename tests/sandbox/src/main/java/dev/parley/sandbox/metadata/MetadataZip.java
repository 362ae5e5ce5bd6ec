package dev.parley.sandbox.metadata;

import dev.parley.sandbox.schema.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A zip in the Metadata API's format.
 *
 * @param files the files by their path, the manifests not among them
 * @param manifest what {@code package.xml} names
 * @param removed what the manifests of destructive changes name
 */
record MetadataZip(Map<String, byte[]> files, List<Member> manifest, List<Member> removed) {
    /** Of what could not be read. */
    static final MetadataZip NONE = new MetadataZip(Map.of(), List.of(), List.of());

    private static final int MOST_FILES = 10_000;
    private static final int LARGEST = 400 * 1024 * 1024;

    /** One component that the manifest names. */
    record Member(String type, String name) {}

    /**
     * Reads a zip.
     *
     * @throws IllegalArgumentException if it is none, is too large, or has no manifest
     */
    static MetadataZip read(byte[] bytes) {
        Map<String, byte[]> files = new TreeMap<>();
        long size = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] content = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, LARGEST - size + 1));
                size += content.length;
                if (size > LARGEST || files.size() >= MOST_FILES) {
                    throw new IllegalArgumentException("Maximum size of request reached. Maximum size of request is "
                            + LARGEST + " bytes and " + MOST_FILES + " files");
                }
                files.put(entry.getName().replaceFirst("^unpackaged/", ""), content);
            }
        } catch (IOException broken) {
            throw new IllegalArgumentException("The zip cannot be read: " + broken.getMessage(), broken);
        }
        byte[] manifest = files.remove("package.xml");
        if (manifest == null) {
            throw new IllegalArgumentException("No package.xml found");
        }
        return new MetadataZip(files, members(Xml.parse(manifest, "package.xml")), removed(files));
    }

    private static List<Member> removed(Map<String, byte[]> files) {
        List<Member> removed = new ArrayList<>();
        Stream.of("destructiveChangesPre.xml", "destructiveChanges.xml", "destructiveChangesPost.xml")
                .filter(files::containsKey)
                .forEach(name -> removed.addAll(members(Xml.parse(files.remove(name), name))));
        return removed;
    }

    private static List<Member> members(Xml manifest) {
        List<Member> members = new ArrayList<>();
        manifest.children("types").forEach(types -> {
            String type = types.text("name").orElseThrow();
            types.children("members").forEach(member -> members.add(new Member(type, member.text())));
        });
        return members;
    }
}
