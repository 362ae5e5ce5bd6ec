package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.mapping.FilesInForce.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An admin saves mapping files while the server runs. */
class FilesInForceTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String GOOD =
            """
            sobject: Lead
            externalId: Chat_Visitor_Id__c
            key: visitor.externalId
            assignment: none
            duplicates: allow
            fields:
              LastName: visitor.name
            """;

    private static final FilesInForce.Recorder RECORDED = (mappings, texts) -> {};
    private static final FilesInForce.Recorder AWAY = (mappings, texts) -> {
        throw new IllegalStateException("the store is away");
    };

    @TempDir
    private Path dir;

    private FilesInForce files;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectory(dir.resolve("salesforce"));
        save(GOOD);
        files = FilesInForce.of(dir, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void whatNobodyTouchesStaysInForce() {
        MappingSet before = files.get();

        assertThat(files.reload(RECORDED)).isEqualTo(Look.UNCHANGED);
        assertThat(files.reload(RECORDED)).isEqualTo(Look.UNCHANGED);
        assertThat(files.get()).isSameAs(before);
        assertThat(files.state().since()).isEqualTo(NOON);
    }

    @Test
    void aChangedFileIsTakenUpOnceItHoldsStill() throws IOException {
        String before = files.state().version();
        save(GOOD + "  Title: visitor.title\n");

        assertThat(files.reload(RECORDED)).as("it may still be written to").isEqualTo(Look.UNCHANGED);
        assertThat(files.reload(RECORDED)).isEqualTo(Look.TAKEN_UP);
        assertThat(files.state().version())
                .isNotEqualTo(before)
                .isEqualTo(files.get().version());
        assertThat(files.get().fieldsBySobject().get("Lead")).contains("Title");
        assertThat(files.reload(RECORDED)).isEqualTo(Look.UNCHANGED);
    }

    @Test
    void aHalfSavedFileRaisesNothing() throws IOException {
        save("sobject: Le");
        assertThat(files.reload(RECORDED)).isEqualTo(Look.UNCHANGED);
        save(GOOD + "  Title: visitor.title\n");
        assertThat(files.reload(RECORDED)).isEqualTo(Look.UNCHANGED);
        assertThat(files.state().broken()).isFalse();
        assertThat(files.reload(RECORDED)).isEqualTo(Look.TAKEN_UP);
    }

    @Test
    void aBrokenFileLeavesTheLastGoodOneInForceAndIsToldOnce() throws IOException {
        MappingSet before = files.get();
        save(GOOD.replace("visitor.name", "visitor.nme"));

        files.reload(RECORDED);
        assertThat(files.reload(RECORDED)).isEqualTo(Look.BROKEN);
        assertThat(files.reload(RECORDED)).isEqualTo(Look.UNCHANGED);
        assertThat(files.get()).isSameAs(before);
        assertThat(files.state().version()).isEqualTo(before.version());
        assertThat(files.state().findings()).singleElement().satisfies(finding -> assertThat(finding.toString())
                .startsWith("salesforce/lead.yaml:7:"));

        save(GOOD);
        files.reload(RECORDED);
        assertThat(files.reload(RECORDED)).isEqualTo(Look.MENDED);
        assertThat(files.state().broken()).isFalse();
    }

    @Test
    void aFolderThatGoesAwayIsBrokenAndHarmless() throws IOException {
        Path away = dir.resolveSibling(dir.getFileName() + "-away");
        Files.move(dir.resolve("salesforce"), away);
        files.reload(RECORDED);

        assertThat(files.reload(RECORDED)).isEqualTo(Look.BROKEN);
        assertThat(files.get().fieldsBySobject()).containsKey("Lead");

        Files.move(away, dir.resolve("salesforce"));
        files.reload(RECORDED);
        assertThat(files.reload(RECORDED)).isEqualTo(Look.MENDED);
    }

    @Test
    void aFileSavedAgainAsItWasChangesNothing() throws IOException {
        Path copy = Files.writeString(dir.resolve("lead.new"), GOOD);
        Files.move(copy, dir.resolve("salesforce/lead.yaml"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(files.reload(RECORDED)).isEqualTo(Look.UNCHANGED);
        assertThat(files.reload(RECORDED)).isEqualTo(Look.UNCHANGED);
    }

    @Test
    void aNewAndARemovedFileCountToo() throws IOException {
        Path task = Files.writeString(dir.resolve("salesforce/task.yaml"), GOOD.replace("Lead", "Contact"));
        files.reload(RECORDED);
        assertThat(files.reload(RECORDED)).isEqualTo(Look.TAKEN_UP);
        assertThat(files.get().fieldsBySobject()).containsKeys("Lead", "Contact");

        Files.delete(task);
        files.reload(RECORDED);
        assertThat(files.reload(RECORDED)).isEqualTo(Look.TAKEN_UP);
        assertThat(files.get().fieldsBySobject()).containsOnlyKeys("Lead");
    }

    @Test
    void aWholeSetTakesThePlaceOfAnother() throws IOException {
        Files.writeString(dir.resolve("salesforce/task.yaml"), GOOD.replace("Lead", "Contact"));
        Files.writeString(dir.resolve("README.md"), "ours");
        String better = GOOD + "  Title: visitor.title\n";

        assertThat(files.replace(
                        Map.of("salesforce/lead.yaml", better, "salesforce/lead.test.yaml", "tests: []"), RECORDED))
                .isEqualTo(Look.TAKEN_UP);
        assertThat(files.texts()).containsOnlyKeys("salesforce/lead.yaml", "salesforce/lead.test.yaml");
        assertThat(dir.resolve("salesforce/lead.yaml")).hasContent(better);
        assertThat(dir.resolve("salesforce/task.yaml")).doesNotExist();
        assertThat(dir.resolve("README.md")).hasContent("ours");
        assertThat(dir).isDirectoryNotContaining("glob:**.parley-*");
        assertThat(files.reload(RECORDED)).isEqualTo(Look.UNCHANGED);
    }

    @Test
    void aChangeThatBrokeOffIsFinishedAtTheNextStart() throws IOException {
        Files.writeString(dir.resolve("salesforce/task.yaml"), "half");
        Files.writeString(
                dir.resolve(".parley-next.json"),
                new ObjectMapper().writeValueAsString(Map.of("salesforce/lead.yaml", GOOD)));

        assertThat(FilesInForce.of(dir, Clock.systemUTC()).texts()).containsOnlyKeys("salesforce/lead.yaml");
        assertThat(dir.resolve("salesforce/task.yaml")).doesNotExist();
    }

    @Test
    void aFolderOfFilesThatNobodyReadsIsBrokenHoweverManyWarningsThereAre() throws IOException {
        Files.move(dir.resolve("salesforce/lead.yaml"), dir.resolve("salesforce/lead.yml"));

        files.reload(RECORDED);

        assertThat(files.reload(RECORDED)).isEqualTo(FilesInForce.Look.BROKEN);
        assertThat(files.state().findings()).extracting(Finding::rule).contains("no-files", "not-read");
    }

    @Test
    void aChangeThatCannotBeMadeWholeIsTakenBack() throws IOException {
        // A folder stands where a file shall: no right of a user can make it one.
        Files.createDirectories(dir.resolve("salesforce/task.yaml/in-the-way"));
        String before = Files.readString(dir.resolve("salesforce/lead.yaml"));

        assertThatThrownBy(() -> files.replace(
                        Map.of(
                                "salesforce/lead.yaml",
                                GOOD.replace("visitor.name", "visitor.lastName"),
                                "salesforce/task.yaml",
                                GOOD.replace("Lead", "Contact")),
                        RECORDED))
                .isInstanceOf(IOException.class);

        assertThat(Files.readString(dir.resolve("salesforce/lead.yaml"))).isEqualTo(before);
        assertThat(dir.resolve(".parley-next.json")).doesNotExist();
    }

    @Test
    void atTheStartThereIsNothingToFallBackOn() throws IOException {
        save("sobject: [");

        assertThatThrownBy(() -> FilesInForce.of(dir, Clock.systemUTC())).isInstanceOf(BrokenMappings.class);
    }

    @Test
    void whatCannotBeWrittenDownIsNotTakenUpButTriedAgain() throws IOException {
        MappingSet before = files.get();
        save(GOOD + "  Title: visitor.title\n");
        files.reload(RECORDED);

        assertThatThrownBy(() -> files.reload(AWAY)).hasMessage("the store is away");
        assertThat(files.get()).isSameAs(before);
        assertThatThrownBy(() -> files.reload(AWAY)).hasMessage("the store is away");

        assertThat(files.reload(RECORDED)).isEqualTo(Look.TAKEN_UP);
        assertThat(files.get().fieldsBySobject().get("Lead")).contains("Title");
    }

    @Test
    void aSetThatCannotBeWrittenDownLeavesTheFolderAsItWas() throws IOException {
        MappingSet before = files.get();
        Map<String, String> others = Map.of("salesforce/lead.yaml", GOOD + "  Title: visitor.title\n");

        assertThatThrownBy(() -> files.replace(others, AWAY)).hasMessage("the store is away");

        assertThat(dir.resolve("salesforce/lead.yaml")).hasContent(GOOD);
        assertThat(files.get()).isSameAs(before);
        assertThat(files.reload(RECORDED)).isEqualTo(Look.UNCHANGED);
        assertThat(files.replace(others, RECORDED)).isEqualTo(Look.TAKEN_UP);
    }

    @Test
    void otherTestsAreWrittenDownAndLeaveTheRulesInForce() throws IOException {
        String version = files.state().version();
        Files.writeString(dir.resolve("salesforce/lead.test.yaml"), "tests: []");
        files.reload(RECORDED);

        assertThat(files.reload(RECORDED)).isEqualTo(Look.TESTS_ONLY);
        assertThat(files.texts()).containsKey("salesforce/lead.test.yaml");
        assertThat(files.state().version()).isEqualTo(version);
        assertThat(files.reload(RECORDED)).isEqualTo(Look.UNCHANGED);
    }

    @Test
    void aChangeThatCannotBeFinishedAtTheStartIsInForceAllTheSameAndFinishedLater() throws IOException {
        String better = GOOD + "  Title: visitor.title\n";
        plan(Map.of("salesforce/lead.yaml", better, "salesforce/task.yaml", GOOD.replace("Lead", "Contact")));
        Path inTheWay = Files.createDirectories(dir.resolve("salesforce/task.yaml/in-the-way"));

        files = FilesInForce.of(dir, Clock.systemUTC());

        assertThat(files.get().fieldsBySobject()).containsKeys("Lead", "Contact");
        assertThat(files.state().findings()).singleElement().satisfies(finding -> assertThat(finding.toString())
                .startsWith(".parley-next.json:1:1 unfinished-change")
                .contains("delete this one"));
        assertThat(files.reload(RECORDED)).isEqualTo(Look.UNCHANGED);
        assertThat(files.state().broken()).isTrue();

        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        assertThat(files.reload(RECORDED)).isEqualTo(Look.MENDED);
        assertThat(dir.resolve("salesforce/lead.yaml")).hasContent(better);
        assertThat(dir.resolve(".parley-next.json")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "null", "{}", "[]", "{\"salesforce/lead.yaml\":null}", "{\"salesforce/lead.yaml\":7}"})
    void aPlanThatIsNoneDeletesNothing(String plan) throws IOException {
        Files.writeString(dir.resolve(".parley-next.json"), plan);

        files = FilesInForce.of(dir, Clock.systemUTC());

        assertThat(files.get().fieldsBySobject()).containsKey("Lead");
        assertThat(files.state().broken()).isTrue();
        assertThat(dir.resolve("salesforce/lead.yaml")).hasContent(GOOD);
    }

    @Test
    void atTheStartBrokenFilesLeaveTheLastOnesInForce() throws IOException {
        save("sobject: [");

        files = FilesInForce.of(dir, Clock.systemUTC(), () -> Optional.of(Map.of("salesforce/lead.yaml", GOOD)));

        assertThat(files.get().fieldsBySobject()).containsKey("Lead");
        assertThat(files.state().findings().get(0).place().file()).isEqualTo("salesforce/lead.yaml");
        assertThat(files.reload(RECORDED)).isEqualTo(Look.UNCHANGED);

        save(GOOD);
        files.reload(RECORDED);
        assertThat(files.reload(RECORDED)).isEqualTo(Look.MENDED);
    }

    private void plan(Map<String, String> texts) throws IOException {
        Files.writeString(dir.resolve(".parley-next.json"), new ObjectMapper().writeValueAsString(texts));
    }

    private void save(String text) throws IOException {
        Files.writeString(dir.resolve("salesforce/lead.yaml"), text);
    }
}
