package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MappingsCheckTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path mappings;

    @Test
    void aSoundFolderIsWell() {
        assertThat(run("check", "../mappings")).isZero();
        assertThat(out.toString().trim()).isEqualTo("Nothing is wrong.");
    }

    @Test
    void findingsArePrintedEachAtItsPlace() throws Exception {
        write("sobject: Lead\nkye: visitor.externalId\n");

        assertThat(run("check", mappings.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "salesforce/lead.yaml:2:1 unknown-key: 'kye' is not a key of a mapping file. Did you mean 'key'?")
                .contains("missing-key: 'fields' is missing");
    }

    @Test
    void findingsAreDataForPrograms() throws Exception {
        write("sobject: Lead\nkye: visitor.externalId\n");

        assertThat(run("check", "--json", mappings.toString())).isEqualTo(1);
        JsonNode findings = new ObjectMapper().readTree(out.toString());
        assertThat(findings)
                .filteredOn(finding -> finding.get("rule").asText().equals("unknown-key"))
                .singleElement()
                .hasToString(
                        "{\"file\":\"salesforce/lead.yaml\",\"line\":2,\"column\":1,\"level\":\"error\","
                                + "\"rule\":\"unknown-key\",\"what\":\"'kye' is not a key of a mapping file\",\"didYouMean\":\"key\"}");
    }

    @Test
    void aFolderThatIsNotThereIsMisuse() {
        assertThat(run("check", mappings.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("There is no folder").contains("nowhere");
    }

    @Test
    void withoutAVerbItSaysWhatThereIsToDo() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("mappings check");
    }

    private void write(String lead) throws Exception {
        Files.createDirectories(mappings.resolve("salesforce"));
        Files.writeString(mappings.resolve("salesforce/lead.yaml"), lead);
    }

    private int run(String... args) {
        return new CommandLine(new MappingsCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
