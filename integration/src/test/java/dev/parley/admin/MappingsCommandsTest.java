package dev.parley.admin;

import static dev.parley.admin.Typed.parley;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An admin changes the mapping files at the command line. */
class MappingsCommandsTest {

    private static final String VERSION =
            "{'number':7,'hash':'abc','at':'2026-11-01T12:00:00Z','by':'ann','note':'regions','files':2}";

    @TempDir
    Path folder;

    private final ServerStandIn server = new ServerStandIn();
    private Path config;

    @BeforeEach
    void configure() {
        config = server.settings(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void appliesAFolder() throws IOException {
        String change = "{'version':" + VERSION + ",'news':true,'replayed':true,'folder':'/srv/m','files':"
                + "[{'file':'salesforce/lead.yaml','kind':'OVERWRITE','unheld':false},"
                + "{'file':'salesforce/x.yaml','kind':'DELETE','unheld':true}]}";
        server.answers(200, json(change)).answers(200, json(change));

        Typed typed = parley("mappings", "apply", "../mappings", "--note", "regions", "--config", config);

        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out()).contains("7", "ann", "in force now", "mappings status");
        assertThat(typed.out())
                .contains("../mappings → /srv/m", "salesforce/lead.yaml will be overwritten")
                .contains("salesforce/x.yaml will be deleted (no version holds what stood there)")
                .contains("In /srv/m: salesforce/lead.yaml overwritten, salesforce/x.yaml deleted");
        assertThat(server.lines())
                .containsExactly("POST /v1/mappings/versions?dryRun=true", "POST /v1/mappings/versions");
        JsonNode sent = new ObjectMapper().readTree(server.requests().get(0).body());
        assertThat(sent.path("files").path("salesforce/lead.yaml").asText()).contains("sobject: Lead");
        assertThat(sent.path("by").asText()).isEqualTo(System.getProperty("user.name"));
        assertThat(sent.path("note").asText()).isEqualTo("regions");
    }

    @Test
    void applyingSaysHowManyFieldsThatAnUndoPutBackItReleases() throws IOException {
        String change = "{'version':" + VERSION + ",'news':true,'folder':'/srv/m','files':[],'released':%d}";
        server.answers(200, json(change.formatted(2))).answers(200, json(change.formatted(1)));

        assertThat(parley("mappings", "apply", "../mappings", "--config", config)
                        .out())
                .contains("To be released: 2 fields of records that an undo put back and held so")
                .contains("Released: 1 field of records that an undo put back and held so; these files decide again.");

        server.answers(200, json(change.formatted(0))).answers(200, json(change.formatted(0)));
        assertThat(parley("mappings", "apply", "../mappings", "--config", config)
                        .out())
                .doesNotContainIgnoringCase("released");
    }

    @Test
    void aDryRunOfApplyingOrGoingBackStopsThere() {
        String change = "{'version':" + VERSION + ",'news':true,'backTo':3,'folder':'/srv/m','files':[]}";
        server.answers(200, json(change)).answers(200, json(change));

        assertThat(parley("mappings", "apply", "../mappings", "--dry-run", "--config", config)
                        .out())
                .contains("../mappings → /srv/m: no file differs.")
                .doesNotContain("in force");
        assertThat(parley("mappings", "rollback", "--dry-run", "--config", config)
                        .out())
                .contains("version 3 → /srv/m");
        assertThat(server.lines()).hasSize(2).allMatch(line -> line.contains("dryRun=true"));
    }

    @Test
    void editsAreLostOnlyWhereThatIsSaid() {
        parley("mappings", "apply", "../mappings", "--discard-edits", "--config", config);
        parley("mappings", "rollback", "--discard-edits", "--config", config);

        assertThat(server.lines().get(1)).isEqualTo("POST /v1/mappings/versions?discardEdits=true");
        assertThat(server.lines().get(3)).endsWith("&discardEdits=true");
    }

    @Test
    void sendsNoFilesThatAreBroken() throws IOException {
        Files.createDirectories(folder.resolve("m/salesforce"));
        Files.writeString(folder.resolve("m/salesforce/lead.yaml"), "sobject: [");

        Typed typed = parley("mappings", "apply", folder.resolve("m"), "--config", config);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("salesforce/lead.yaml:1:");
        assertThat(server.requests()).isEmpty();
        assertThat(parley("mappings", "apply", folder.resolve("none"), "--config", config)
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void saysWhatTheServerSaysAgainstIt() {
        server.answers(409, json("{'detail':'The server may not write to /m.'}"));

        Typed typed = parley("mappings", "rollback", "3", "--config", config);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("may not write to /m");
        assertThat(server.lines().get(0))
                .startsWith("POST /v1/mappings/rollback?by=")
                .endsWith("&version=3&dryRun=true");
    }

    @Test
    void goingBackSaysWhatItLeavesInTheCrm() {
        server.answers(
                200,
                json(
                        "{'version':" + VERSION
                                + ",'news':true,'backTo':3,'folder':'/srv/m','files':[],'left':{'version':4,"
                                + "'since':'2026-01-31T12:00:00Z','fields':[{'sobject':'Lead','name':'Title','records':15}]}}"));

        assertThat(parley("mappings", "rollback", "--dry-run", "--config", config)
                        .out())
                .contains("filled once since version 4:", "Lead.Title of 15 records")
                .contains("'undo --since 2026-01-31T12:00:00Z --dry-run'");
    }

    @Test
    void rollsBack() {
        String change = "{'version':" + VERSION + ",'news':false}";
        server.answers(200, json(change)).answers(200, json(change));

        Typed typed = parley("mappings", "rollback", "--config", config);

        assertThat(typed.exit()).isZero();
        assertThat(typed.out()).contains("in force already");
        assertThat(server.lines().get(0)).doesNotContain("version=");
    }

    @Test
    void listsVersionsAndShowsOne() {
        server.answers(200, json("[" + VERSION + "]"))
                .answers(200, json("{'number':7,'files':{'salesforce/lead.yaml':'sobject: Lead'}}"));

        assertThat(parley("mappings", "versions", "--config", config).out()).contains("7", "ann", "regions", "abc");
        assertThat(parley("mappings", "versions", "7", "--config", config).out())
                .contains("# salesforce/lead.yaml", "sobject: Lead");
        assertThat(server.lines()).containsExactly("GET /v1/mappings/versions", "GET /v1/mappings/versions/7");
    }

    @Test
    void tellsHowThingsStand() {
        String replay = "{'version':7,'begunAt':'2026-11-01T12:00:00Z','lookedAt':40,'all':90,'madeDue':3}";
        server.answers(
                200,
                json("{'version':" + VERSION + ",'folder':'/m','broken':true,'findings':['x.yaml:1:1 bad'],"
                        + "'replay':" + replay + "}"));

        Typed typed = parley("mappings", "status", "--config", config);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.out())
                .contains(
                        "40 of 90 conversations looked at, 3 of them due again, going on",
                        "x.yaml:1:1 bad",
                        "version 7 stays in force")
                .contains("Of the others nothing is written, or it was by these files already");
    }

    @Test
    void anOldReplayIsNotShownAsThatOfALaterSave() {
        String saved = VERSION.replace("'number':7", "'number':8,'appliedAt':null,'appliedBy':null");
        String replay = "{'version':7,'begunAt':'2026-11-01T12:00:00Z','endedAt':'2026-11-01T12:01:00Z','lookedAt':40,"
                + "'all':90,'madeDue':3,'overtaken':true}";
        server.answers(200, json("{'version':" + saved + ",'findings':[],'replay':" + replay + "}"));

        assertThat(parley("mappings", "status", "--config", config).out())
                .containsPattern("8 +2026-11-01T12:00:00Z +ann +regions +no *\n")
                .contains("Version 8 holds for what is said since it was saved.", "'mappings apply'")
                .contains(
                        "The last replay was for version 7: 40 of 90 conversations looked at, 3 of them due again, ended there by other files");
    }

    @Test
    void saysWhoAppliedAVersion() {
        String applied = VERSION.replace("'files':2", "'appliedAt':'2026-11-02T12:00:00Z','appliedBy':'bo','files':2");
        server.answers(200, json("[" + applied + "," + VERSION + "]"));

        assertThat(parley("mappings", "versions", "--config", config).out())
                .containsPattern("regions +2026-11-02T12:00:00Z by bo +abc")
                .containsPattern("regions +no +abc");
    }

    @Test
    void saysWhyARecordIsWhatItIs() {
        server.answers(
                200,
                json("{'sobject':'Lead','id':'00Q000000000001AAA','made':false,'fields':[{'name':'Title',"
                        + "'before':null,'beforeKnown':false,'after':'CTO','present':'CEO','changedSince':true,"
                        + "'rule':'salesforce/lead.yaml:30:3','version':4,'by':'ann'}],"
                        + "'conversations':[{'conversation':{'source':'web','id':'c1'},'identity':'LEAD','confidence':0.95,"
                        + "'evidence':['same e-mail']}]}"));

        Typed typed = parley("mappings", "why", "00Q000000000001AAA", "--config", config);

        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out())
                .contains("(not known)", "CEO (changed since)", "lead.yaml:30:3", "ann", "web:c1", "same e-mail");
        assertThat(server.lines()).containsExactly("GET /v1/records/00Q000000000001AAA/why");
    }

    @Test
    void saysWhatToDoWhereItCannotSayWhy() {
        server.answers(404, json("{'detail':'Parley knows of no field that it wrote. Look there.'}"));

        Typed typed = parley("mappings", "why", "00Q000000000001", "--config", config);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err().strip()).isEqualTo("Parley knows of no field that it wrote. Look there.");
    }

    @Test
    void undoesPageByPage() {
        String restored = "{'sobject':'Lead','id':'00QA','field':'Title','verdict':'RESTORED','from':'CTO','to':'CEO'}";
        server.answers(200, json("{'steps':[" + restored + "],'next':'00QA'}"))
                .answers(200, json("{'steps':[],'next':null}"));

        Typed typed = parley("undo", "--since", "2026-01-31", "--yes", "--config", config);

        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out())
                .contains("Lead 00QA", "In all: 1 field put back.")
                .contains("left so, whatever is said from then on, until other mapping files are applied");
        assertThat(server.lines())
                .containsExactly(
                        "POST /v1/undo?since=2026-01-31T00:00:00Z&dryRun=false&after=",
                        "POST /v1/undo?since=2026-01-31T00:00:00Z&dryRun=false&after=00QA");
    }

    @Test
    void aDryRunOnlyTells() {
        server.answers(200, json("{'steps':[{'sobject':'Lead','id':'00QA','verdict':'MADE'}],'next':null}"));

        Typed typed = parley("undo", "--since", "2026-01-31", "--dry-run", "--config", config);

        assertThat(typed.exit()).isZero();
        assertThat(typed.out()).contains("an administrator may delete it");
        assertThat(server.lines()).containsExactly("POST /v1/undo?since=2026-01-31T00:00:00Z&dryRun=true&after=");
    }

    @Test
    void aDryRunForetellsAndSumsUpAndLeavesOutWhatIsAsBefore() {
        String restored = "{'sobject':'Lead','id':'00QA','field':'Title','verdict':'RESTORED','from':'CTO','to':'CEO'}";
        String asBefore = "{'sobject':'Lead','id':'00QB','field':'Title','verdict':'AS_BEFORE'}";
        server.answers(200, json("{'steps':[" + asBefore + "," + restored + "," + asBefore + "],'next':null}"));

        Typed typed = parley("undo", "--since", "2026-01-31", "--dry-run", "--config", config);

        assertThat(typed.out())
                .contains("would be put back", "In all: 2 fields as before; 1 field would be put back.")
                .doesNotContain("00QB");
    }

    @Test
    void nobodyIsAskedWhereNothingCanBePutBack() {
        server.answers(200, json("{'steps':[{'sobject':'Lead','id':'00QA','verdict':'CHANGED_SINCE'}],'next':null}"));

        Typed typed = parley("undo", "--since", "2026-01-31", "--config", config);

        assertThat(typed.exit()).isZero();
        assertThat(typed.out()).contains("There is nothing to put back since 2026-01-31T00:00:00Z.");
        assertThat(server.lines()).containsExactly("POST /v1/undo?since=2026-01-31T00:00:00Z&dryRun=true&after=");
    }

    @Test
    void anUndoThatRunsOutOfCallsSaysHowToGoOn() {
        server.answers(200, json("{'steps':[],'next':'','stopped':'Calls are spent.'}"));

        Typed typed = parley("undo", "--since", "2026-01-31", "--yes", "--config", config);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("Calls are spent. Run the same command again");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
