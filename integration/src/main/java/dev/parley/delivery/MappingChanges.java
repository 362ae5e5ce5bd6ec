package dev.parley.delivery;

import dev.parley.identity.Directory;
import dev.parley.mapping.BrokenMappings;
import dev.parley.mapping.FilesInForce;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.SavedBy;
import java.io.IOException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Brings other mapping files into force, each time as a new version; one change at a time. */
public final class MappingChanges {

    private final FilesInForce files;
    private final MappingVersions versions;
    private final MappingReplay replay;
    private final Directory directory;
    private final MappingAlarm alarm;

    /** Over the folder and the store; nothing happens before the first call. */
    public MappingChanges(
            FilesInForce files,
            MappingVersions versions,
            MappingReplay replay,
            Directory directory,
            MappingAlarm alarm) {
        this.files = files;
        this.versions = versions;
        this.replay = replay;
        this.directory = directory;
        this.alarm = alarm;
    }

    /**
     * What a change has led to.
     *
     * @param version the one in force now
     * @param news false if these files were in force already: then past conversations are looked at all the same
     */
    public record Change(MappingVersion version, boolean news) {}

    /** Writes down what the server starts with, if that is not what it ended with. */
    public synchronized void begin() {
        Optional<MappingVersion> latest = versions.latest();
        if (latest.filter(known -> known.hash().equals(files.state().version())).isEmpty()) {
            add(SavedBy.owner(files.dir()), "found at the start");
        }
    }

    /** Looks at the folder, and takes up what was saved there; it holds for what is said from now on. */
    public synchronized void follow() {
        FilesInForce.Look look = files.reload();
        if (look == FilesInForce.Look.TAKEN_UP) {
            add(SavedBy.owner(files.dir()), "saved in the folder");
        }
        alarm.tell(look, files.state());
    }

    /**
     * Puts these files in the place of those in the folder, takes them up, and begins to look at past conversations.
     *
     * @param texts by path below the folder
     * @param by who wants it
     * @param note why, or null
     * @throws BrokenMappings if they cannot be used; nothing is changed then
     * @throws IOException if the folder cannot be written to; nothing is changed then
     * @throws IllegalStateException if other files than these stand in the folder afterwards
     */
    public synchronized Change apply(Map<String, String> texts, String by, String note) throws IOException {
        MappingFiles.load(texts).orThrow();
        FilesInForce.Look look = files.replace(texts);
        if (!files.state().version().equals(MappingFiles.load(texts).orThrow().version())) {
            throw new IllegalStateException(
                    "A file stands in the folder that cannot be read, or somebody saves there just"
                            + " now: look at it, and apply again.");
        }
        boolean news = look == FilesInForce.Look.TAKEN_UP;
        MappingVersion version = news ? add(by, note) : versions.latest().orElseGet(() -> add(by, note));
        replay.begin(version.number());
        alarm.tell(look, files.state());
        return new Change(version, news);
    }

    /**
     * The same with the files of an earlier version.
     *
     * @param number which, or null for the one before the one in force; while the folder holds broken files, for the
     *     one in force
     * @throws NoSuchElementException if there is no such version
     */
    public synchronized Change rollback(Long number, String by) throws IOException {
        MappingVersion earlier =
                versions.find(number == null ? before() : number).orElseThrow();
        return apply(earlier.files(), by, "back to version " + earlier.number());
    }

    private long before() {
        long latest = versions.latest().map(MappingVersion::number).orElse(0L);
        return files.state().broken() ? latest : latest - 1;
    }

    private MappingVersion add(String by, String note) {
        directory.keep(files.get().fieldsBySobject());
        return versions.add(files.state().version(), files.texts(), by, note);
    }
}
