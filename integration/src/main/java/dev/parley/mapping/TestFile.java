package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** A test file beside a mapping file: what it says as JSON, and where each part of it stands. */
public final class TestFile {
    /** How the names of test files end. */
    static final String SUFFIX = ".test.yaml";

    private static final String RECORDS = "test";

    /** The schema of the tests of each kind of file: most make records or events, which one schema serves. */
    private static final Map<String, String> SCHEMAS = Map.ofEntries(
            Map.entry("salesforce", RECORDS),
            Map.entry("sources", RECORDS),
            Map.entry("identity", RECORDS),
            Map.entry("qualification", RECORDS),
            Map.entry("routing", RECORDS),
            Map.entry("functions", "utterances"),
            Map.entry("presence", "utterances"),
            Map.entry("signals", "sentences"),
            Map.entry("transcripts", "mails"),
            Map.entry("people", "colleagues"),
            Map.entry("hours", "moments"),
            Map.entry("meetings", "offers"));

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

    /** The kind of file that it tries, such as {@code functions} or {@code hours}. */
    public String kind() {
        return kind(name());
    }

    private static String kind(String name) {
        return name.contains("/")
                ? name.substring(0, name.indexOf('/'))
                : name.substring(0, name.length() - SUFFIX.length());
    }

    /** The name of the schema that a test file of this name must fit. */
    static String schemaOf(String name) {
        return SCHEMAS.getOrDefault(kind(name), RECORDS);
    }

    /** Whether files of the kind that it tries can have tests. */
    boolean isOfTestedKind() {
        return SCHEMAS.containsKey(kind());
    }

    /** Whether it expects records or events, which only the other files can tell to be possible. */
    boolean expectsRecords() {
        return schemaOf(name()).equals(RECORDS);
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

    /** One of its tests, by JSON pointer. */
    public JsonNode test(String pointer) {
        return file.content().at(pointer);
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
