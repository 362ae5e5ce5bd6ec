package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.mapping.MappingFolder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an admin asks of the mapping files over HTTP, and what the desk says. */
class MappingDeskTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LEAD = "salesforce/lead.yaml";

    @TempDir
    Path folder;

    private StaffedDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new StaffedDesk(folder);
        desk.parts().versioning().changes().begin();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/mappings",
        "GET, /v1/mappings/versions",
        "POST, /v1/mappings/versions",
        "GET, /v1/mappings/versions/1",
        "POST, /v1/mappings/rollback"
    })
    void nobodyElseIsLetIn(String method, String path) throws Exception {
        assertThat(desk.send(method, path, "Bearer some-other-token").statusCode())
                .isEqualTo(401);
    }

    @Test
    void otherFilesAreAppliedListedShownAndTakenBack() throws Exception {
        String better = lead() + "  Fax: visitor.phone\n";

        JsonNode change = ok(apply(Map.of(LEAD, better, "salesforce/lead.test.yaml", "tests: []")));
        assertThat(change.path("news").asBoolean()).isTrue();
        assertThat(change.at("/version/by").asText()).isEqualTo("ann");
        assertThat(folder.resolve("mappings").resolve(LEAD)).hasContent(better);

        assertThat(ok(desk.get("/v1/mappings/versions"))).hasSize(2);
        assertThat(ok(desk.get("/v1/mappings/versions/2"))
                        .path("files")
                        .path(LEAD)
                        .asText())
                .isEqualTo(better);
        assertThat(ok(desk.get("/v1/mappings")).at("/replay/version").asInt()).isEqualTo(2);

        assertThat(ok(desk.post("/v1/mappings/rollback?by=bo"))
                        .at("/version/note")
                        .asText())
                .isEqualTo("back to version 1");
        assertThat(folder.resolve("mappings").resolve(LEAD)).content().doesNotContain("Fax");
    }

    @Test
    void brokenFilesAreRefusedWithTheirPlaces() throws Exception {
        HttpResponse<String> answer = apply(Map.of(LEAD, lead().replace("visitor.title", "visitor.tittle")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).at("/errors/0/pointer").asText())
                .isEqualTo("/files/salesforce~1lead.yaml");
        assertThat(ok(desk.get("/v1/mappings/versions"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../x.yaml", "/etc/x.yaml", "a/b/c.yaml", ".hidden.yaml", "salesforce/x.sh", "a/../../x.yaml"})
    void noFileLeadsOutOfTheFolder(String name) throws Exception {
        assertThat(apply(Map.of(LEAD, lead(), name, "x: 1")).statusCode()).isEqualTo(400);
        assertThat(ok(desk.get("/v1/mappings/versions"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"files\":7}", "{}"})
    void aBodyThatIsNoneIsRefused(String body) throws Exception {
        assertThat(desk.post("/v1/mappings/versions", "application/json", body).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "9", "x", "99999999999999999999"})
    void whatNeverWasCannotBeShownOrBroughtBack(String version) throws Exception {
        assertThat(desk.get("/v1/mappings/versions/" + version).statusCode()).isEqualTo(404);
        assertThat(desk.post("/v1/mappings/rollback?version=" + version).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFolderThatCannotBeWrittenToIsSaidSo() throws Exception {
        // A folder where the file with the plan should stand: that fails for every user, root too.
        Files.createDirectories(folder.resolve("mappings/.parley-next.json/x"));

        HttpResponse<String> answer = apply(Map.of(LEAD, lead() + "  Fax: visitor.phone\n"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("may not write to", "copy the files there yourself");
        assertThat(folder.resolve("mappings").resolve(LEAD)).content().doesNotContain("Fax");
    }

    @Test
    void whatWouldBeDoneIsSaidAndNotDone() throws Exception {
        String body = JSON.createObjectNode()
                .set("files", JSON.createObjectNode().put(LEAD, lead() + "  Fax: visitor.phone\n"))
                .toString();

        JsonNode foreseen = ok(desk.post("/v1/mappings/versions?dryRun=true", "application/json", body));

        assertThat(foreseen.path("folder").asText()).endsWith("mappings");
        assertThat(foreseen.path("files").findValuesAsText("kind")).contains("OVERWRITE", "DELETE");
        assertThat(ok(desk.get("/v1/mappings/versions"))).hasSize(1);
        assertThat(folder.resolve("mappings").resolve(LEAD)).content().doesNotContain("Fax");
    }

    @Test
    void thereIsNoWayBackFromTheFirst() throws Exception {
        HttpResponse<String> answer = desk.post("/v1/mappings/rollback");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("No version with other files was applied before");
    }

    @Test
    void editsThatNoVersionHoldsAreNamedAndKept() throws Exception {
        ok(apply(Map.of(LEAD, lead() + "  Fax: visitor.phone\n")));
        Path mine = folder.resolve("mappings").resolve(LEAD);
        Files.writeString(mine, lead() + "# mine\n");

        HttpResponse<String> refused = desk.post("/v1/mappings/rollback");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains(LEAD, "--discard-edits");
        assertThat(mine).content().contains("# mine");

        ok(desk.post("/v1/mappings/rollback?discardEdits=true"));
        assertThat(mine).hasContent(lead());
    }

    private String lead() {
        return MappingFolder.texts(Path.of("../mappings")).get(LEAD);
    }

    private HttpResponse<String> apply(Map<String, String> files) throws Exception {
        ObjectNode body = JSON.createObjectNode().put("by", "ann").put("note", "why");
        files.forEach(body.putObject("files")::put);
        return desk.post("/v1/mappings/versions", "application/json", body.toString());
    }

    private static JsonNode ok(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
