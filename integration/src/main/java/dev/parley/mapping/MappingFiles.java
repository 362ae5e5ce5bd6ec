package dev.parley.mapping;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads a folder of mapping files: {@code salesforce/*.yaml} below it, in the order of their names. */
public final class MappingFiles {
    private static final String FOLDER = "salesforce";

    private final List<Finding> findings = new ArrayList<>();
    private final List<RecordMapping> mappings = new ArrayList<>();
    private final Hasher version = Hashing.sha256().newHasher();

    private MappingFiles() {}

    /**
     * Reads and checks all files; never stops at the first thing that is wrong.
     *
     * @param dir the mappings folder
     * @return the files and everything that is wrong with them
     */
    public static Loaded load(Path dir) {
        return new MappingFiles().read(dir.resolve(FOLDER));
    }

    private Loaded read(Path folder) {
        List<Path> files = list(folder);
        files.forEach(this::readFile);
        if (files.isEmpty()) {
            findings.add(Finding.error(
                    new Place(FOLDER, 1, 1), "no-files", "there is no mapping file (*.yaml) in this folder"));
        }
        mappings.stream().filter(RecordMapping::enabled).forEach(this::checkReferences);
        findings.sort(Comparator.comparing((Finding finding) -> finding.place().file())
                .thenComparing(finding -> finding.place().line())
                .thenComparing(finding -> finding.place().column()));
        return new Loaded(
                List.copyOf(findings), new MappingSet(mappings, version.hash().toString()));
    }

    private List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isMapping(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            findings.add(Finding.error(new Place(FOLDER, 1, 1), "unreadable", "the folder cannot be read"));
            return List.of();
        }
    }

    private boolean isMapping(String name) {
        if (name.endsWith(".yml")) {
            findings.add(Finding.warning(
                    new Place(FOLDER + "/" + name, 1, 1), "not-read", "only *.yaml is read: rename it"));
        }
        return name.endsWith(".yaml") && !name.endsWith(".test.yaml");
    }

    private void readFile(Path path) {
        String name = FOLDER + "/" + path.getFileName();
        try {
            String text = Files.readString(path);
            version.putString(name + "\n" + text + "\n", StandardCharsets.UTF_8);
            compile(YamlReader.read(name, text, findings::add));
        } catch (CharacterCodingException e) {
            findings.add(Finding.error(new Place(name, 1, 1), "unreadable", "the file is not UTF-8"));
        } catch (IOException e) {
            findings.add(Finding.error(new Place(name, 1, 1), "unreadable", "the file cannot be read"));
        }
    }

    private void compile(YamlFile file) {
        if (file.keys().isEmpty()) {
            if (findings.stream().noneMatch(finding -> finding.place().file().equals(file.name()))) {
                findings.add(Finding.error(new Place(file.name(), 1, 1), "empty-file", "the file says nothing"));
            }
            return;
        }
        new SchemaLint(file, findings::add).check();
        mappings.add(new RecordMappingReader(file, findings::add).read());
    }

    /** A reference by external id fails in the CRM unless the record is there, so some file should make it. */
    private void checkReferences(RecordMapping mapping) {
        mapping.fields().stream()
                .filter(field -> field.reference() != null && mappings.stream().noneMatch(field.reference()::isMadeBy))
                .forEach(field -> findings.add(Finding.warning(
                        field.place(),
                        "dangling-reference",
                        "no file that is enabled makes the " + field.reference().sobject() + " that '" + field.name()
                                + "' names by " + field.reference().externalId())));
    }
}
