package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.conversation.Talk;
import dev.parley.delivery.FileChange.Kind;
import dev.parley.delivery.MappingChanges.Change;
import dev.parley.delivery.MappingChanges.Wish;
import dev.parley.mapping.MappingFolder;
import dev.parley.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an admin can trust of versions: which were applied and which were only saved, where the way back leads, what is lost. */
class MappingVersionsTest {

    private static final String FILE = "salesforce/chat_conversation.yaml";
    private static final String TEST = "salesforce/chat_conversation.test.yaml";
    private static final Instant NOW = Talk.NOON.plusSeconds(600);
    private static final Wish WISH = new Wish("ann", null, false);

    @TempDir
    Path dir;

    private final ToldCrm crm = new ToldCrm();

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void theWayBackLeadsToWhatWasAppliedAndNotToWhatWasOnlySaved(Database database) throws IOException {
        try (database) {
            Stage stage = stage(database);
            stage.changes.apply(region(stage, "North"), WISH);
            saved(stage, region(stage, "South").get(FILE));
            saved(stage, region(stage, "West").get(FILE));

            assertThat(stage.changes.rollback(null, WISH).backTo()).isEqualTo(2);
            assertThat(stage.text(FILE)).contains("North");
            assertThat(stage.changes.rollback(null, WISH).backTo())
                    .as("back once more is not forth again")
                    .isEqualTo(1);
            assertThatThrownBy(() -> stage.changes.rollback(null, WISH)).isInstanceOf(NoSuchElementException.class);

            assertThat(stage.versions.list())
                    .extracting(
                            VersionSummary::number,
                            version -> version.appliedAt() != null,
                            VersionSummary::note,
                            VersionSummary::restores)
                    .containsExactly(
                            tuple(6L, true, "back to version 1", 1L),
                            tuple(5L, true, "back to version 2", 2L),
                            tuple(4L, false, "saved in the folder", null),
                            tuple(3L, false, "saved in the folder", null),
                            tuple(2L, true, null, null),
                            tuple(1L, true, "found at the start", null));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatWasSavedIsAppliedByApplyingTheFolderWhichKeepsTheNote(Database database) throws IOException {
        try (database) {
            Stage stage = stage(database);
            saved(stage, region(stage, "North").get(FILE));
            assertThat(stage.versions.latest().orElseThrow().appliedAt()).isNull();

            Change change = stage.changes.apply(MappingFolder.texts(dir), new Wish("ann", "regions", false));

            assertThat(change.files()).isEmpty();
            assertThat(change.replayed()).isTrue();
            assertThat(change.version())
                    .returns(2L, MappingVersion::number)
                    .returns("regions", MappingVersion::note)
                    .returns("ann", MappingVersion::appliedBy)
                    .returns(NOW, MappingVersion::appliedAt);
            assertThat(stage.replay.progress().orElseThrow().version()).isEqualTo(2);

            stage.changes.apply(MappingFolder.texts(dir), new Wish("bo", "once more", false));
            assertThat(stage.versions.latest().orElseThrow().note()).isEqualTo("regions; once more");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aSaveEndsAReplayForItIsNotToBeSpreadOverThePastByItself(Database database) throws IOException {
        try (database) {
            Stage stage = stage(database);
            IntStream.range(0, 3).forEach(i -> stage.hears(new Talk("web", "c" + i)));
            stage.deliver();
            crm.sent();
            stage.changes.apply(region(stage, "North"), WISH);
            saved(stage, region(stage, "South").get(FILE));

            stage.replay.step();

            assertThat(stage.replay.progress().orElseThrow())
                    .returns(2L, MappingReplay.Progress::version)
                    .returns(true, MappingReplay.Progress::overtaken)
                    .returns(0L, MappingReplay.Progress::madeDue);
            stage.deliver();
            assertThat(crm.sent()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void eachFileThatChangesIsNamedBeforeAndAfter(Database database) throws IOException {
        try (database) {
            Stage stage = stage(database);
            Map<String, String> others = region(stage, "North");
            others.remove(TEST);
            others.put("salesforce/more.test.yaml", "tests: []");

            List<FileChange> foreseen = stage.changes.foresee(others).files();
            assertThat(foreseen)
                    .extracting(FileChange::file, FileChange::kind, FileChange::unheld)
                    .containsExactly(
                            tuple(TEST, Kind.DELETE, false),
                            tuple(FILE, Kind.OVERWRITE, false),
                            tuple("salesforce/more.test.yaml", Kind.ADD, false));
            assertThat(stage.text(FILE)).as("nothing is done yet").doesNotContain("North");
            assertThat(stage.versions.list()).hasSize(1);

            assertThat(stage.changes.apply(others, WISH).files()).isEqualTo(foreseen);
            assertThat(stage.changes.foreseeRollback(null).backTo()).isEqualTo(1);
            assertThat(stage.changes.rollback(null, WISH).files())
                    .extracting(FileChange::file, FileChange::kind)
                    .containsExactly(
                            tuple(TEST, Kind.ADD),
                            tuple(FILE, Kind.OVERWRITE),
                            tuple("salesforce/more.test.yaml", Kind.DELETE));
            assertThat(dir.resolve(TEST)).exists();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void editsThatNoVersionHoldsAreNotLostUnlessSomebodySaysSo(Database database) throws IOException {
        try (database) {
            Stage stage = stage(database);
            stage.changes.apply(region(stage, "North"), WISH);
            stage.save(FILE, stage.text(FILE) + "# mine\n");

            assertThat(stage.changes.foreseeRollback(null).files())
                    .containsExactly(new FileChange(FILE, Kind.OVERWRITE, true));
            assertThatThrownBy(() -> stage.changes.rollback(null, WISH))
                    .isInstanceOf(UnheldEdits.class)
                    .hasMessageContaining(FILE);
            assertThatThrownBy(() -> stage.changes.apply(region(stage, "South"), WISH))
                    .isInstanceOf(UnheldEdits.class);
            assertThat(stage.text(FILE)).endsWith("# mine\n");
            assertThat(stage.versions.list()).hasSize(2);

            stage.changes.rollback(null, new Wish("ann", null, true));
            assertThat(stage.text(FILE)).doesNotContain("# mine", "North");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatIsInForcePutBackOverABrokenFileIsNotAppliedByThat(Database database) throws IOException {
        try (database) {
            Stage stage = stage(database);
            saved(stage, region(stage, "North").get(FILE));
            stage.save(FILE, "sobject: [");
            follow(stage);

            assertThat(stage.changes.rollback(null, new Wish("ann", null, true)).replayed())
                    .isFalse();
            assertThat(stage.text(FILE)).contains("North");
            assertThat(stage.versions.latest().orElseThrow())
                    .returns(2L, MappingVersion::number)
                    .returns(null, MappingVersion::appliedAt);
            assertThat(stage.replay.progress()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void otherTestsAreAVersionWithoutAReplay(Database database) throws IOException {
        try (database) {
            Stage stage = stage(database);
            stage.changes.apply(region(stage, "North"), WISH);
            stage.replay.step();
            Files.writeString(dir.resolve("salesforce/more.test.yaml"), "tests: []");
            follow(stage);

            assertThat(stage.versions.latest().orElseThrow())
                    .returns(3L, MappingVersion::number)
                    .returns("ann", MappingVersion::appliedBy)
                    .returns(stage.versions.find(2).orElseThrow().hash(), MappingVersion::hash);
            assertThat(stage.changes.rollback(null, WISH))
                    .returns(2L, Change::backTo)
                    .returns(false, Change::replayed);
            assertThat(dir.resolve("salesforce/more.test.yaml")).doesNotExist();
            assertThat(stage.replay.progress().orElseThrow())
                    .returns(2L, MappingReplay.Progress::version)
                    .returns(false, MappingReplay.Progress::overtaken);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void filesAreCountedWithoutBeingRead(Database database) throws IOException {
        try (database) {
            Stage stage = stage(database);
            int all = MappingFolder.texts(dir).size();
            assertThat(stage.versions.list()).extracting(VersionSummary::files).containsExactly(all);

            stage.tx.run(em -> em.createQuery("update MappingVersionRow v set v.fileCount = null")
                    .executeUpdate());
            assertThat(stage(database).versions.list())
                    .as("as an earlier release left it")
                    .extracting(VersionSummary::files)
                    .containsExactly(all);
        }
    }

    private static void saved(Stage stage, String text) {
        stage.save(FILE, text);
        follow(stage);
    }

    /** What is saved is taken up at the second look that finds it so. */
    private static void follow(Stage stage) {
        stage.changes.follow();
        stage.changes.follow();
    }

    private static Map<String, String> region(Stage stage, String region) {
        Map<String, String> texts =
                new TreeMap<>(stage.versions.find(1).orElseThrow().files());
        texts.computeIfPresent(
                FILE, (name, text) -> text.replaceFirst("Region__c: .*", "Region__c: { default: " + region + " }"));
        return texts;
    }

    private Stage stage(Database database) {
        return new Stage(database, dir, crm, NOW);
    }
}
