package dev.parley.admin;

import dev.parley.channel.Fault;
import dev.parley.channel.Problem;
import dev.parley.delivery.FileChange;
import dev.parley.delivery.Leftovers;
import dev.parley.delivery.MappingChanges;
import dev.parley.delivery.MappingChanges.Change;
import dev.parley.delivery.MappingChanges.Wish;
import dev.parley.delivery.MappingReplay;
import dev.parley.delivery.MappingVersion;
import dev.parley.delivery.UnheldEdits;
import dev.parley.delivery.VersionSummary;
import dev.parley.mapping.BrokenMappings;
import dev.parley.mapping.FilesInForce;
import dev.parley.mapping.Finding;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.camel.Body;
import org.apache.camel.Header;

/** Answers what the admin asks of the mapping files, as JSON. */
public final class MappingDesk {

    private final Versioning versioning;
    private final FilesInForce files;

    MappingDesk(Versioning versioning, FilesInForce files) {
        this.versioning = versioning;
        this.files = files;
    }

    /** What is in force, what is wrong with what stands in the folder, and how far past conversations are looked at. */
    record StateView(
            VersionSummary version,
            String folder,
            boolean broken,
            List<String> findings,
            MappingReplay.Progress replay) {}

    /**
     * What came of a change, or would come of it; {@code news} is false if these files were in force already.
     *
     * @param replayed whether past conversations are looked at
     * @param backTo the version that is gone back to, or null
     * @param folder where the files stand
     * @param files what becomes of those that do not stay as they are
     * @param left what going back leaves in the CRM
     * @param released how many fields that an undo put back follow the files again
     */
    record ChangeView(
            VersionSummary version,
            boolean news,
            boolean replayed,
            Long backTo,
            String folder,
            List<FileChange> files,
            Leftovers left,
            long released) {}

    /** {@code GET /v1/mappings}. */
    public String state() {
        return JsonAnswer.of(new StateView(
                versioning.versions().latest().map(MappingVersion::summary).orElse(null),
                files.dir().toAbsolutePath().toString(),
                files.state().broken(),
                files.state().findings().stream().map(Finding::toString).toList(),
                versioning.replay().progress().orElse(null)));
    }

    /** {@code GET /v1/mappings/versions}. */
    public String versions() {
        return JsonAnswer.of(versioning.versions().list());
    }

    /** {@code GET /v1/mappings/versions/{id}}: one with its texts. */
    public String version(@Header("id") String id) {
        return JsonAnswer.of(versioning.versions().find(number(id)).orElseThrow(() -> noVersion()
                .exception()));
    }

    /** {@code POST /v1/mappings/versions}: brings other files into force, or says what that would do. */
    public String apply(
            @Body byte[] body, @Header("dryRun") String dryRun, @Header("discardEdits") String discardEdits) {
        MappingApplication wanted = MappingApplication.of(body);
        MappingChanges changes = versioning.changes();
        return change(
                () -> flag(dryRun)
                        ? changes.foresee(wanted.files())
                        : changes.apply(wanted.files(), wish(wanted.by(), wanted.note(), discardEdits)),
                noVersion());
    }

    /** {@code POST /v1/mappings/rollback}: brings the files of an earlier version into force, or says what that would do. */
    public String rollback(
            @Header("version") String version,
            @Header("by") String by,
            @Header("dryRun") String dryRun,
            @Header("discardEdits") String discardEdits) {
        Long number = version == null ? null : number(version);
        MappingChanges changes = versioning.changes();
        return change(
                () -> flag(dryRun)
                        ? changes.foreseeRollback(number)
                        : changes.rollback(number, wish(by, null, discardEdits)),
                number == null ? noneBefore() : noVersion());
    }

    private static boolean flag(String value) {
        return "true".equals(value);
    }

    private static Wish wish(String by, String note, String discardEdits) {
        return new Wish(by == null || by.isBlank() ? "unknown" : by, note, flag(discardEdits));
    }

    /** A change that may fail on the folder. */
    private interface Work {
        Change run() throws IOException;
    }

    private String change(Work work, Problem unknown) {
        try {
            Change change = work.run();
            return JsonAnswer.of(new ChangeView(
                    change.version().summary(),
                    change.news(),
                    change.replayed(),
                    change.backTo(),
                    files.dir().toAbsolutePath().toString(),
                    change.files(),
                    change.left(),
                    change.released()));
        } catch (BrokenMappings e) {
            List<Fault> faults = e.findings().stream()
                    .limit(20)
                    .map(finding ->
                            new Fault("/files/" + pointer(finding.place().file()), finding.toString()))
                    .toList();
            throw new Problem(400, "The mapping files cannot be used; nothing was changed.", faults, null).exception();
        } catch (NoSuchElementException e) {
            throw unknown.exception();
        } catch (UnheldEdits e) {
            throw Problem.of(409, e.getMessage() + " At the command line that is --discard-edits.")
                    .exception();
        } catch (IOException e) {
            throw Problem.of(409, notWriteable()).exception();
        } catch (IllegalStateException e) {
            throw Problem.of(409, e.getMessage()).exception();
        }
    }

    private String notWriteable() {
        return "The server may not write to " + files.dir().toAbsolutePath() + ", or its disk is full. Nothing was"
                + " changed. Let the server's user write there; or copy the files there yourself, which the server takes"
                + " up by itself, and then apply that folder to look at past conversations too.";
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw noVersion().exception();
        }
        return Long.parseLong(text);
    }

    private static Problem noVersion() {
        return Problem.of(404, "There is no such version of the mapping files; 'mappings versions' lists them.");
    }

    private static Problem noneBefore() {
        return Problem.of(
                404,
                "No version with other files was applied before the one in force; 'mappings versions' lists them all, and"
                        + " 'mappings rollback VERSION' goes to any.");
    }

    private static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
