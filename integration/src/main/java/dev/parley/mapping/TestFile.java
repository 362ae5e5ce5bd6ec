package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A test file beside a mapping file: what it says as JSON, and where each part of it stands. */
public final class TestFile {
    /** How the names of test files end. */
    static final String SUFFIX = ".test.yaml";

    private final YamlFile file;

    TestFile(YamlFile file) {
        this.file = file;
    }

    /** Its path below the mappings folder. */
    public String name() {
        return file.name();
    }

    /** The path of the file that it tries; whether there is one, nobody says. */
    public String tried() {
        return name().substring(0, name().length() - SUFFIX.length()) + ".yaml";
    }

    /** Whether it tries a file of a kind, such as {@code functions}. */
    public boolean tries(String kind) {
        return name().startsWith(kind + "/");
    }

    /** Whether it tries the calendars. */
    public boolean triesHours() {
        return tried().equals("hours.yaml");
    }

    /** The name of the source that it tries; empty if it tries a file of another kind. */
    public Optional<String> source() {
        return tried().startsWith("sources/")
                ? Optional.of(tried().substring("sources/".length(), tried().length() - ".yaml".length()))
                : Optional.empty();
    }

    /** The language that it tries, where files are for one each: the first part of its name. */
    public String language() {
        return name().replaceFirst(".*/", "").replaceFirst("\\..*", "");
    }

    /** Its tests; they fit the schema of their kind if the file gave no finding. */
    public JsonNode tests() {
        return file.content().path("tests");
    }

    /**
     * Where a part of the file stands.
     *
     * @param pointer JSON pointer (RFC 6901) from the root of the file
     * @return the place of the nearest part above it that has one
     */
    public Place place(String pointer) {
        return file.place(pointer);
    }
}
