package dev.parley.admin;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.parley.channel.Problem;
import java.io.IOException;
import java.util.Map;

/**
 * Mapping files that somebody wants in force.
 *
 * @param files their texts by path below the folder
 * @param by who wants it, or null
 * @param note why, or null
 */
record MappingApplication(Map<String, String> files, String by, String note) {

    /** A path of a file as it stands in the folder, which cannot lead out of it. */
    private static final String NAME = "([A-Za-z0-9_-]+/)?[A-Za-z0-9_][A-Za-z0-9._-]*\\.ya?ml";

    private static final int MOST_FILES = 500;
    private static final int LONGEST_FILE = 1 << 20;

    /** Reads it, or says what is wrong with it. */
    static MappingApplication of(byte[] body) {
        MappingApplication wanted;
        try {
            wanted = JsonAnswer.JSON.readValue(body, new TypeReference<>() {});
        } catch (IOException e) {
            throw Problem.of(400, "The body is no JSON object with 'files', 'by' and 'note'.")
                    .exception();
        }
        if (wanted == null || wanted.files() == null || wanted.files().size() > MOST_FILES) {
            throw Problem.of(400, "'files' names the text of each file, at most " + MOST_FILES + " of them.")
                    .exception();
        }
        wanted.files().forEach(MappingApplication::check);
        return wanted;
    }

    private static void check(String name, String text) {
        if (!name.matches(NAME) || text == null || text.length() > LONGEST_FILE) {
            throw Problem.of(
                            400,
                            "A name in 'files' is none such as salesforce/lead.yaml, or its text is longer than"
                                    + " 1 MiB.")
                    .exception();
        }
    }
}
