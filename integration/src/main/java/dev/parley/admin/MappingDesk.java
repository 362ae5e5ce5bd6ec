package dev.parley.admin;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.parley.channel.Fault;
import dev.parley.channel.Problem;
import dev.parley.delivery.MappingChanges.Change;
import dev.parley.delivery.MappingReplay;
import dev.parley.delivery.MappingVersion;
import dev.parley.mapping.BrokenMappings;
import dev.parley.mapping.FilesInForce;
import dev.parley.mapping.Finding;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.camel.Body;
import org.apache.camel.Header;

/** Answers what the admin asks of the mapping files, as JSON. */
public final class MappingDesk {

    /** A path of a file as it stands in the folder, which cannot lead out of it. */
    private static final String NAME = "([A-Za-z0-9_-]+/)?[A-Za-z0-9_][A-Za-z0-9._-]*\\.ya?ml";

    private static final int MOST_FILES = 500;
    private static final int LONGEST_FILE = 1 << 20;

    private final Versioning versioning;
    private final FilesInForce files;

    MappingDesk(Versioning versioning, FilesInForce files) {
        this.versioning = versioning;
        this.files = files;
    }

    /** What is to be applied: the files' texts by path, who wants it, and why. */
    record Application(Map<String, String> files, String by, String note) {}

    /** A version without its texts. */
    record VersionView(long number, String hash, Instant at, String by, String note, int files) {
        static VersionView of(MappingVersion version) {
            return new VersionView(
                    version.number(),
                    version.hash(),
                    version.at(),
                    version.by(),
                    version.note(),
                    version.files().size());
        }
    }

    /** What is in force, what is wrong with what stands in the folder, and how far past conversations are looked at. */
    record StateView(
            VersionView version, String folder, boolean broken, List<String> findings, MappingReplay.Progress replay) {}

    /** What came of a change; {@code news} is false if these files were in force already. */
    record ChangeView(VersionView version, boolean news) {}

    /** {@code GET /v1/mappings}. */
    public String state() {
        return JsonAnswer.of(new StateView(
                versioning.versions().latest().map(VersionView::of).orElse(null),
                files.dir().toAbsolutePath().toString(),
                files.state().broken(),
                files.state().findings().stream().map(Finding::toString).toList(),
                versioning.replay().progress().orElse(null)));
    }

    /** {@code GET /v1/mappings/versions}. */
    public String versions() {
        return JsonAnswer.of(
                versioning.versions().list().stream().map(VersionView::of).toList());
    }

    /** {@code GET /v1/mappings/versions/{id}}: one with its texts. */
    public String version(@Header("id") String id) {
        return JsonAnswer.of(versioning.versions().find(number(id)).orElseThrow(() -> noVersion()
                .exception()));
    }

    /** {@code POST /v1/mappings/versions}: brings other files into force. */
    public String apply(@Body byte[] body) {
        Application wanted = application(body);
        return change(() -> versioning.changes().apply(wanted.files(), by(wanted.by()), wanted.note()));
    }

    /** {@code POST /v1/mappings/rollback}: brings the files of an earlier version into force. */
    public String rollback(@Header("version") String version, @Header("by") String by) {
        Long number = version == null ? null : number(version);
        return change(() -> versioning.changes().rollback(number, by(by)));
    }

    /** A change that may fail on the folder. */
    private interface Work {
        Change run() throws IOException;
    }

    private String change(Work work) {
        try {
            Change change = work.run();
            return JsonAnswer.of(new ChangeView(VersionView.of(change.version()), change.news()));
        } catch (BrokenMappings e) {
            List<Fault> faults = e.findings().stream()
                    .limit(20)
                    .map(finding ->
                            new Fault("/files/" + pointer(finding.place().file()), finding.toString()))
                    .toList();
            throw new Problem(400, "The mapping files cannot be used; nothing was changed.", faults, null).exception();
        } catch (NoSuchElementException e) {
            throw noVersion().exception();
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

    private static Application application(byte[] body) {
        Application wanted;
        try {
            wanted = JsonAnswer.JSON.readValue(body, new TypeReference<>() {});
        } catch (IOException e) {
            throw Problem.of(400, "The body is no JSON object with 'files', 'by' and 'note'.")
                    .exception();
        }
        if (wanted == null || wanted.files() == null || wanted.files().size() > MOST_FILES) {
            throw Problem.of(400, "'files' names the text of each file, at most " + MOST_FILES + " of them.")
                    .exception();
        }
        wanted.files().forEach(MappingDesk::check);
        return wanted;
    }

    private static void check(String name, String text) {
        if (!name.matches(NAME) || text == null || text.length() > LONGEST_FILE) {
            throw Problem.of(
                            400,
                            "A name in 'files' is none such as salesforce/lead.yaml, or its text is longer than"
                                    + " 1 MiB.")
                    .exception();
        }
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

    private static String by(String name) {
        return name == null || name.isBlank() ? "unknown" : name;
    }

    private static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
