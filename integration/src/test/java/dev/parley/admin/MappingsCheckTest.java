package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.mapping.Finding;
import dev.parley.mapping.Level;
import dev.parley.mapping.Place;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void aCalendarThatOnlyASettingNamesIsUsed(@TempDir Path settings) throws Exception {
        write("{sobject: A__c, externalId: B__c, key: conversation.externalId, fields: {C__c: conversation.source}}");
        String week = "{ timezone: UTC, week: { monday: 08:00-17:00 } }";
        Files.writeString(
                mappings.resolve("hours.yaml"), "calendars:\n  office: " + week + "\n  night: " + week + "\n");
        Files.writeString(
                mappings.resolve("routing.yaml"),
                """
                rules: [{ name: all, when: 'qualification.grade = "A"', offer: [account-owner] }]
                owners: { hours: office }
                """);
        Path file = Files.writeString(settings.resolve("parley.properties"), "source.web.hours=night\n");

        assertThat(run("check", mappings.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("hours.yaml:3:3 unused-calendar");
        assertThat(run("check", mappings.toString(), "--config", file.toString()))
                .as(out.toString())
                .isZero();
    }

    @Test
    void whoSaysSoIsNotStoppedByWarningsAlone() throws Exception {
        writeWithAWarning();

        assertThat(run("check", "--fail-on=error", mappings.toString())).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.contains("salesforce/lead.yml:1:1 not-read: (warning) "))
                .endsWith("Findings: 1 (errors: 0, warnings: 1). The files can be used.");
        assertThat(run("check", mappings.toString())).isEqualTo(1);
    }

    @Test
    void programsAreToldHowBadEachFindingIs() throws Exception {
        writeWithAWarning();

        assertThat(run("check", "--json", "--fail-on=error", mappings.toString()))
                .isZero();
        assertThat(new ObjectMapper().readTree(out.toString()).at("/0/level").asText())
                .isEqualTo("warning");
        out.getBuffer().setLength(0);
        assertThat(run("check", "--sarif", mappings.toString())).isEqualTo(1);
        assertThat(new ObjectMapper()
                        .readTree(out.toString())
                        .at("/runs/0/results/0/level")
                        .asText())
                .isEqualTo("warning");
    }

    @Test
    void findingsArePrintedEachAtItsPlace() throws Exception {
        write("sobject: Lead\nkye: visitor.externalId\n");

        assertThat(run("check", mappings.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "salesforce/lead.yaml:2:1 unknown-key: 'kye' is not a key of a mapping file. Did you mean 'key'?")
                .contains("missing-key: 'fields' is missing")
                .contains("(errors: ");
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
    void findingsAreSarifForCodeHosts() throws Exception {
        write("sobject: Lead\nkye: visitor.externalId\n");

        assertThat(run("check", "--sarif", mappings.toString())).isEqualTo(1);
        JsonNode log = new ObjectMapper().readTree(out.toString());
        assertThat(log.path("version").asText()).isEqualTo("2.1.0");
        JsonNode run = log.path("runs").path(0);
        assertThat(run.at("/tool/driver/name").asText()).isEqualTo("parley");
        assertThat(run.path("results")).isNotEmpty().allSatisfy(result -> {
            JsonNode rule =
                    run.at("/tool/driver/rules/" + result.path("ruleIndex").asInt());
            assertThat(rule.path("id")).isEqualTo(result.path("ruleId"));
            assertThat(rule.at("/help/text").asText()).isNotBlank();
        });
        assertThat(run.path("results"))
                .filteredOn(result -> result.path("ruleId").asText().equals("unknown-key"))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.path("level").asText()).isEqualTo("error");
                    assertThat(result.at("/message/text").asText())
                            .isEqualTo("'kye' is not a key of a mapping file. Did you mean 'key'?");
                    JsonNode place = result.at("/locations/0/physicalLocation");
                    assertThat(place.at("/artifactLocation/uri").asText())
                            .isEqualTo(mappings.resolve("salesforce/lead.yaml")
                                    .toUri()
                                    .toString());
                    assertThat(place.path("region")).hasToString("{\"startLine\":2,\"startColumn\":1}");
                });
    }

    @Test
    void placesOfSarifCountFromWhereTheFolderDoes() throws Exception {
        assertThat(new SarifReport(Path.of("my mappings"))
                        .of(List.of(finding("salesforce/lead.yaml")))
                        .toString())
                .contains("\"uri\":\"my%20mappings/salesforce/lead.yaml\"");
    }

    @Test
    void jsonAndSarifAtOnceAreMisuse() {
        assertThat(run("check", "--json", "--sarif", "../mappings")).isEqualTo(2);
        assertThat(err.toString()).contains("--json, --sarif are mutually exclusive");
    }

    @Test
    void theOrgNeedsItsSettings() throws Exception {
        Path file = Files.writeString(mappings.resolve("empty.properties"), "");

        assertThat(run("check", "--org", "--config", file.toString(), "../mappings"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("crm.url", "crm.clientSecret");
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

    private void writeWithAWarning() throws Exception {
        write("{sobject: A__c, externalId: B__c, key: conversation.externalId, fields: {C__c: conversation.source}}");
        Files.writeString(mappings.resolve("salesforce/lead.yml"), "nobody: reads it\n");
    }

    private void write(String lead) throws Exception {
        Files.createDirectories(mappings.resolve("salesforce"));
        Files.writeString(mappings.resolve("salesforce/lead.yaml"), lead);
    }

    private static Finding finding(String file) {
        return new Finding(new Place(file, 1, 1), Level.NOTE, "empty-file", "nothing", null);
    }

    private int run(String... args) {
        String[] words =
                Stream.concat(Stream.of("mappings"), Arrays.stream(args)).toArray(String[]::new);
        return Parley.commandLine(words)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }
}
