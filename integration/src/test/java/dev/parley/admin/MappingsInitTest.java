package dev.parley.admin;

import static dev.parley.admin.Typed.parley;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commented files to begin with, which pass the check as they are. */
class MappingsInitTest {
    private static final Path SHIPPED = Path.of("..", "mappings");

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"calcom", "whatsapp", "our-own-chat"})
    void anEmptyFolderGetsAFileOfEveryKind(String source) {
        Path mappings = home.resolve("mappings");
        Typed written = parley("mappings", "init", "--source", source, mappings);

        assertThat(written.exit()).as(written.err()).isZero();
        assertThat(written.out()).contains("source." + source + ".secret");
        assertThat(mappings.resolve("sources/" + source + ".yaml")).exists();
        assertThat(mappings.resolve("salesforce/lead.yaml"))
                .hasSameTextualContentAs(SHIPPED.resolve("salesforce/lead.yaml"));
        assertThat(mappings.resolve("salesforce/lead.test.yaml")).exists();
        assertThat(mappings.resolve("transcripts/generic.yaml")).exists();
        assertThat(mappings.resolve("schema/sources.schema.json")).exists();
        Typed checked = parley("mappings", "check", mappings);
        assertThat(checked.out().trim()).isEqualTo("Nothing is wrong.");
    }

    @Test
    void aFolderInUseGetsTheSourceAlone() throws IOException {
        Path lead = Files.createDirectories(home.resolve("salesforce")).resolve("lead.yaml");
        Files.copy(SHIPPED.resolve("salesforce/lead.yaml"), lead);

        assertThat(parley("mappings", "init", "--source", "calendly", home).exit())
                .isZero();

        assertThat(home.resolve("sources/calendly.yaml"))
                .hasSameTextualContentAs(SHIPPED.resolve("sources/calendly.yaml"));
        assertThat(home.resolve("salesforce")).isDirectoryNotContaining("glob:**contact.yaml");
        assertThat(parley("mappings", "check", home).exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"acme, Acme", "our-own-chat, Our own chat", "365, '\"365\"'", "true, '\"True\"'"})
    void aSourceOfOnesOwnIsWrittenInItsOwnName(String source, String shown) throws IOException {
        Path lead = Files.createDirectories(home.resolve("salesforce")).resolve("lead.yaml");
        Files.copy(SHIPPED.resolve("salesforce/lead.yaml"), lead);
        assertThat(parley("mappings", "init", "--source", source, home).exit()).isZero();

        assertThat(home.resolve("sources/" + source + ".yaml"))
                .content()
                .contains("/v1/webhooks/" + source + ".")
                .contains("\nservice: " + shown + "\n")
                .doesNotContain("copy this file", "{name}", "Generic");
        assertThat(home.resolve("sources/" + source + ".test.yaml")).exists();
        Typed tested = parley("mappings", "test", home);
        assertThat(tested.exit()).as(tested.out() + tested.err()).isZero();
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path mine = Files.createDirectories(home.resolve("sources")).resolve("calcom.yaml");
        Files.writeString(mine, "service: mine\n");

        Typed refused = parley("mappings", "init", "--source", "calcom", home);

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("calcom.yaml is there already and stays as it is");
        assertThat(mine).hasContent("service: mine");
        assertThat(home.resolve("schema")).doesNotExist();
    }

    @Test
    void aNameThatIsNoSourceIsMisuse() {
        assertThat(parley("mappings", "init", "--source", "../lead", home).exit())
                .isEqualTo(2);
        assertThat(home).isEmptyDirectory();
    }
}
