package dev.parley.admin;

import static dev.parley.admin.Typed.parley;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.mapping.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference of the mapping files stands in the documentation as the schemas make it. */
class MappingsReferenceTest {

    @Test
    void thePageInTheDocumentationIsTheOneThatTheSchemasMake() throws IOException {
        Path page = Path.of("..", "docs", "mappings.md");

        assertThat(Files.exists(page) ? Files.readString(page) : "")
                .as("docs/mappings.md is stale. Renew it: java -jar integration/target/parley.jar mappings reference"
                        + " > docs/mappings.md")
                .isEqualTo(parley("mappings", "reference").out());
    }

    @Test
    void itTellsOfEveryKindEveryKeyAndEveryRule() {
        String page = parley("mappings", "reference").out();

        assertThat(page)
                .contains("## Records", "## Sources", "## Mailed transcripts", "## Tests", "## What expressions")
                .contains("| `fields.{name}.write` | `create`, `ifBlank`, `always` |")
                .contains("| `events[].type` |", "| `visitor.countryCode` |")
                .contains("sobject: Lead\n", "service: ");
        assertThat(Rule.values()).allSatisfy(rule -> assertThat(page).contains("| `" + rule.id() + "` |"));
    }
}
