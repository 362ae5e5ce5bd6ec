package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Talk;
import dev.parley.identity.Directory;
import dev.parley.mapping.BrokenMappings;
import dev.parley.mapping.MappingFolder;
import dev.parley.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An admin changes mapping files, and what was said before follows if the admin wants it. */
class MappingChangesTest {

    private static final String CONVERSATION = "Chat_Conversation__c";
    private static final String FILE = "salesforce/chat_conversation.yaml";
    private static final Instant NOW = Talk.NOON.plusSeconds(600);

    @TempDir
    Path dir;

    private final ToldCrm crm = new ToldCrm();
    private final Talk talk = new Talk("web", "c1");
    private final Talk later = new Talk("web", "c2");

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatIsSavedInTheFolderIsAVersionAndHoldsForWhatIsSaidFromNowOn(Database database) {
        try (database) {
            Stage stage = stage(database);
            stage.hears(talk);
            stage.deliver();
            crm.sent();

            stage.save(FILE, changed(stage));
            stage.changes.follow();
            stage.changes.follow();
            stage.replay.step();
            stage.deliver();
            assertThat(crm.sent()).as("what was said before stays").isEmpty();

            stage.hears(later);
            stage.deliver();
            assertThat(crm.fieldsOf(CONVERSATION)).containsEntry("Region__c", "North");
            assertThat(stage.versions.list()).extracting(VersionSummary::number).containsExactly(2L, 1L);
            assertThat(stage.versions.latest().orElseThrow().by()).isEqualTo(System.getProperty("user.name"));
            assertThat(stage.versions.latest().orElseThrow().files().get(FILE)).contains("North");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatIsAppliedHoldsForPastConversationsAndCanBeTakenBack(Database database) throws IOException {
        try (database) {
            Stage stage = stage(database);
            stage.hears(talk);
            stage.deliver();
            crm.sent();

            stage.changes.apply(with(stage, FILE, changed(stage)), wish("ann", "regions"));
            settle(stage);
            assertThat(crm.fieldsOf(CONVERSATION)).containsExactlyEntriesOf(Map.of("Region__c", "North"));
            assertThat(stage.text(FILE)).contains("North");
            assertThat(stage.versions.latest().orElseThrow())
                    .returns("ann", MappingVersion::by)
                    .returns("regions", MappingVersion::note);

            stage.changes.rollback(null, wish("bo", null));
            assertThat(stage.text(FILE)).doesNotContain("North");
            settle(stage);
            assertThat(stage.versions.latest().orElseThrow())
                    .returns(3L, MappingVersion::number)
                    .returns(stage.versions.find(1).orElseThrow().hash(), MappingVersion::hash)
                    .returns("back to version 1", MappingVersion::note);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void onlyConversationsThatDifferAreWrittenAgain(Database database) throws IOException {
        try (database) {
            Stage stage = stage(database);
            stage.hears(talk);
            stage.hears(later);
            stage.deliver();
            crm.sent();

            stage.changes.apply(
                    with(
                            stage,
                            FILE,
                            changed(stage).replace("{ default: North }", "'conversation.id = \"c2\" ? \"North\"'")),
                    wish("ann", null));
            stage.replay.step();

            assertThat(stage.replay.progress().orElseThrow()).satisfies(progress -> {
                assertThat(progress.version()).isEqualTo(2);
                assertThat(progress.lookedAt()).isEqualTo(2);
                assertThat(progress.madeDue()).isEqualTo(1);
                assertThat(progress.endedAt()).isNotNull();
            });
            stage.deliver();
            assertThat(crm.sent()).containsExactly(List.of(CONVERSATION));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aReplayGoesOnAfterARestartAndWaitsForWhatIsBeingWritten(Database database) throws IOException {
        try (database) {
            Stage stage = stage(database);
            stage.hears(talk);
            stage.deliver();
            stage.hears(later);
            stage.due.claim(1);

            stage.changes.apply(with(stage, FILE, changed(stage)), wish("ann", null));
            stage.replay.step();
            assertThat(stage.replay.progress().orElseThrow().endedAt()).isNull();

            Stage again = stage(database);
            again.now = NOW.plusSeconds(3600);
            again.deliver();
            again.replay.step();
            assertThat(again.replay.progress().orElseThrow())
                    .satisfies(progress -> assertThat(progress.endedAt()).isNotNull());
            again.deliver();
            assertThat(crm.fieldsOf(CONVERSATION)).containsEntry("Region__c", "North");
            assertThat(again.versions.list())
                    .as("nothing has changed meanwhile")
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void filesThatAreInForceAlreadyAreNoNewVersionButHoldForThePastToo(Database database) throws IOException {
        try (database) {
            Stage stage = stage(database);
            stage.hears(talk);
            stage.deliver();
            stage.save(FILE, changed(stage));
            stage.changes.follow();
            stage.changes.follow();

            assertThat(stage.changes.apply(MappingFolder.texts(dir), wish("ann", null)))
                    .returns(false, MappingChanges.Change::news)
                    .returns(2L, change -> change.version().number());
            settle(stage);
            assertThat(crm.fieldsOf(CONVERSATION)).containsEntry("Region__c", "North");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aBrokenFileChangesNothingAndIsTold(Database database) throws IOException {
        try (database) {
            Stage stage = stage(database);
            String good = stage.text(FILE);
            assertThatThrownBy(() -> stage.changes.apply(with(stage, FILE, "sobject: ["), wish("ann", null)))
                    .isInstanceOf(BrokenMappings.class);
            assertThat(stage.text(FILE)).isEqualTo(good);

            stage.save(FILE, "sobject: [");
            stage.changes.follow();
            assertThat(stage.outbox.waiting()).as("it may be half saved").isZero();
            stage.changes.follow();
            stage.changes.follow();
            assertThat(stage.outbox.waiting()).isEqualTo(1);
            assertThat(stage.meters.get("parley.mappings.broken").gauge().value())
                    .isEqualTo(1);
            assertThat(stage.meters
                            .get("parley.mappings.reloads")
                            .tag("outcome", "broken")
                            .counter()
                            .count())
                    .isEqualTo(1);

            assertThatThrownBy(() -> stage.changes.rollback(null, wish("ann", null)))
                    .isInstanceOf(UnheldEdits.class)
                    .hasMessageContaining(FILE);
            assertThat(stage.text(FILE)).as("somebody may still want it").isEqualTo("sobject: [");
            stage.changes.rollback(null, new MappingChanges.Wish("ann", null, true));
            assertThat(stage.text(FILE)).as("what is in force is put back").isEqualTo(good);
            assertThat(stage.files.state().broken()).isFalse();
            assertThat(stage.versions.list()).hasSize(1);
        }
    }

    /** Thrown through everything, as a process that dies leaves everything where it is. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aCrashBetweenTheFolderAndTheVersionLosesNeitherTheNoteNorTheReplay(Database database) {
        try (database) {
            Stage stage = stage(database);
            stage.hears(talk);
            stage.deliver();
            Map<String, String> wanted = with(stage, FILE, changed(stage));
            // The version is given its time when it is written down, after the folder was changed.
            stage.onTime = () -> {
                throw new Death();
            };

            assertThatThrownBy(() -> stage.changes.apply(wanted, wish("ann", "regions")))
                    .isInstanceOf(Death.class);
            assertThat(stage.text(FILE)).contains("North");
            assertThat(stage.versions.list()).as("not written down").hasSize(1);

            Stage again = stage(database);
            assertThat(again.versions.latest().orElseThrow())
                    .returns("regions", MappingVersion::note)
                    .returns("ann", MappingVersion::by)
                    .returns("ann", MappingVersion::appliedBy);
            assertThat(again.replay.progress().orElseThrow().endedAt())
                    .as("past conversations are being looked at")
                    .isNull();
            assertThat(stage(database).versions.list())
                    .as("it is told once")
                    .hasSize(again.versions.list().size());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void thereIsNoVersionBeforeTheFirst(Database database) {
        try (database) {
            Stage stage = stage(database);

            assertThatThrownBy(() -> stage.changes.rollback(null, wish("ann", null)))
                    .isInstanceOf(NoSuchElementException.class);
            assertThatThrownBy(() -> stage.changes.rollback(9L, wish("ann", null)))
                    .isInstanceOf(NoSuchElementException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aNewFieldOfALeadIsFetchedBeforeAnybodyIsMatched(Database database) throws IOException {
        try (database) {
            Stage stage = stage(database);
            stage.learns(talk);
            stage.hears(talk);
            stage.deliver();
            String lead = stage.text("salesforce/lead.yaml");

            stage.changes.apply(
                    with(stage, "salesforce/lead.yaml", lead + "  Fax: { from: visitor.phone, write: ifBlank }\n"),
                    wish("ann", null));
            assertThat(stage.directory.state()).isEqualTo(Directory.State.LOADING);
            stage.learns(later);
            stage.hears(later);
            stage.deliver();
            assertThat(stage.due.waiting()).isZero();
        }
    }

    private static MappingChanges.Wish wish(String by, String note) {
        return new MappingChanges.Wish(by, note, false);
    }

    private static void settle(Stage stage) {
        stage.replay.step();
        stage.deliver();
    }

    private static String changed(Stage stage) {
        return stage.text(FILE).replaceFirst("Region__c: .*", "Region__c: { default: North }");
    }

    private static Map<String, String> with(Stage stage, String file, String text) {
        Map<String, String> texts = new TreeMap<>(MappingFolder.texts(stage.dir));
        texts.put(file, text);
        return texts;
    }

    private Stage stage(Database database) {
        return new Stage(database, dir, crm, NOW);
    }
}
