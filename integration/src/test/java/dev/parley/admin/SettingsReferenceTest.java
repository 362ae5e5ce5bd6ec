package dev.parley.admin;

import static dev.parley.admin.Typed.parley;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference of the settings, for people on a page and in a terminal, for programs as JSON. */
class SettingsReferenceTest {

    @Test
    void thePageInTheDocumentationIsTheOneThatTheManifestMakes() throws IOException {
        Path page = Path.of("..", "docs", "settings.md");

        assertThat(Files.exists(page) ? Files.readString(page) : "")
                .as("docs/settings.md is stale. Renew it: java -jar integration/target/parley.jar settings --markdown"
                        + " > docs/settings.md")
                .isEqualTo(parley("settings", "--markdown").out());
    }

    @Test
    void everySettingHasItsRow() throws JsonProcessingException {
        JsonNode rows = new ObjectMapper().readTree(parley("settings", "--json").out());

        assertThat(rows).hasSameSizeAs(Manifest.load().settings());
        assertThat(rows)
                .anySatisfy(
                        row -> assertThat(row)
                                .isEqualTo(
                                        new ObjectMapper()
                                                .readTree(
                                                        """
                                {"name":"http.port","type":"integer","default":"8080","range":"0 to 65535",
                                 "environment":"PARLEY_HTTP_PORT",
                                 "description":"Port for events, webhooks, pages, health and metrics alike; 0 is any free one, for a try."}
                                """)));
    }

    @Test
    void theTableFitsTheTerminal() {
        String text = new SettingsReference(Manifest.load()).toTable().toText(100);

        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(text).contains("delivery.growingAll");
    }
}
