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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads a folder of mapping files: {@code salesforce/*.yaml} and the other kinds below it, in the order of their names. */
public final class MappingFiles {
    /** What the CRM's records are made of; the one kind that cannot be left out. */
    private static final String SALESFORCE = "salesforce";

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
        return new MappingFiles().read(dir);
    }

    private Loaded read(Path dir) {
        readKind(dir, SALESFORCE, this::compileRecord);
        if (mappings.isEmpty() && findings.isEmpty()) {
            findings.add(Finding.error(
                    new Place(SALESFORCE, 1, 1),
                    "no-files",
                    "there is no mapping file (*.yaml) in " + dir.resolve(SALESFORCE)));
        }
        mappings.stream().filter(RecordMapping::enabled).forEach(this::checkReferences);
        findings.sort(Comparator.comparing((Finding finding) -> finding.place().file())
                .thenComparing(finding -> finding.place().line())
                .thenComparing(finding -> finding.place().column()));
        return new Loaded(
                List.copyOf(findings), new MappingSet(mappings, version.hash().toString()));
    }

    /** The files of one kind: the folder has its name, and so has its schema. */
    private void readKind(Path dir, String kind, Consumer<YamlFile> compile) {
        for (Path path : list(dir, kind)) {
            read(kind, path).ifPresent(file -> {
                new SchemaLint(Schemas.of(kind), file, findings::add).check();
                compile.accept(file);
            });
        }
    }

    private List<Path> list(Path dir, String kind) {
        Path folder = dir.resolve(kind);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isMapping(kind, file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            findings.add(Finding.error(new Place(kind, 1, 1), "unreadable", "the folder cannot be read"));
            return List.of();
        }
    }

    private boolean isMapping(String kind, String name) {
        if (name.endsWith(".yml")) {
            findings.add(
                    Finding.warning(new Place(kind + "/" + name, 1, 1), "not-read", "only *.yaml is read: rename it"));
        }
        return name.endsWith(".yaml") && !name.endsWith(".test.yaml");
    }

    /** Empty if nothing of the file can be used; the findings say why. */
    private Optional<YamlFile> read(String kind, Path path) {
        String name = kind + "/" + path.getFileName();
        try {
            String text = Files.readString(path);
            version.putString(name + "\n" + text + "\n", StandardCharsets.UTF_8);
            return content(YamlReader.read(name, text, findings::add));
        } catch (CharacterCodingException e) {
            findings.add(Finding.error(new Place(name, 1, 1), "unreadable", "the file is not UTF-8"));
        } catch (IOException e) {
            findings.add(Finding.error(new Place(name, 1, 1), "unreadable", "the file cannot be read"));
        }
        return Optional.empty();
    }

    private Optional<YamlFile> content(YamlFile file) {
        if (!file.keys().isEmpty()) {
            return Optional.of(file);
        }
        if (findings.stream().noneMatch(finding -> finding.place().file().equals(file.name()))) {
            findings.add(Finding.error(new Place(file.name(), 1, 1), "empty-file", "the file says nothing"));
        }
        return Optional.empty();
    }

    private void compileRecord(YamlFile file) {
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
