package dev.parley.delivery;

import dev.parley.identity.Directory;
import dev.parley.mapping.BrokenMappings;
import dev.parley.mapping.FilesInForce;
import dev.parley.mapping.FilesInForce.Look;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.SavedBy;
import java.io.IOException;
import java.util.List;
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
    private Look untold = Look.UNCHANGED;

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
     * What somebody wants who brings other files into force.
     *
     * @param by who it is
     * @param note why, or null
     * @param discardEdits whether edits in the folder that no version holds may be lost
     */
    public record Wish(String by, String note, boolean discardEdits) {}

    /**
     * What a change has led to, or would lead to.
     *
     * @param version the one in force afterwards; of one that is only foreseen, the one in force now
     * @param news false if these files are in force already
     * @param replayed whether past conversations are looked at
     * @param backTo number of the version that is gone back to, or null
     * @param files what becomes of the files in the folder; none stays unnamed but those that stay as they are
     * @param left what going back leaves in the CRM
     * @param released how many fields that an undo put back, and that were held so, follow the files from now on
     */
    public record Change(
            MappingVersion version,
            boolean news,
            boolean replayed,
            Long backTo,
            List<FileChange> files,
            Leftovers left,
            long released) {

        Change(MappingVersion version, boolean news, boolean replayed, Long backTo, List<FileChange> files) {
            this(version, news, replayed, backTo, files, Leftovers.NONE, 0);
        }

        private Change leaving(Leftovers leftovers) {
            return new Change(version, news, replayed, backTo, files, leftovers, released);
        }

        private Change releasing(long fields) {
            return new Change(version, news, replayed, backTo, files, left, fields);
        }
    }

    /**
     * Writes down what the server starts with, if that is not what it ended with; brings to its end what was being applied
     * when it ended; tells if it had to fall back on the last good files.
     */
    public synchronized void begin() {
        versions.renew();
        boolean first = versions.latest().isEmpty();
        String by = SavedBy.owner(files.dir());
        Optional<MappingIntentRow> intended = versions.intended(files.get().version());
        if (intended.isPresent()) {
            finish(intended.get());
        } else {
            versions.forgetIntent();
            write(files.get(), files.texts(), by, MappingVersions.FOUND, null);
        }
        if (first) {
            // There was nothing before it that could be otherwise.
            versions.apply(by, null);
        }
        tell(files.state().broken() ? Look.BROKEN : Look.UNCHANGED);
    }

    private void finish(MappingIntentRow intended) {
        write(files.get(), files.texts(), intended.by, intended.note, intended.restores);
        replay.begin(versions.latest().orElseThrow());
        versions.apply(intended.by, null);
    }

    /**
     * Looks at the folder, and takes up what was saved there; it holds for what is said from now on. What cannot be
     * written down while the store is away is taken up, and told, once it is back.
     */
    public synchronized void follow() {
        Look look = files.reload(
                (mappings, texts) -> record(mappings, texts, SavedBy.owner(files.dir()), MappingVersions.SAVED, null));
        tell(look);
    }

    /**
     * The same for somebody who wants something done by what was just saved, and so has ended saving: it is taken up at
     * this look already.
     */
    public synchronized void catchUp() {
        follow();
        follow();
    }

    /**
     * Puts these files in the place of those in the folder, takes them up, and begins to look at past conversations.
     *
     * @param texts by path below the folder
     * @throws BrokenMappings if they cannot be used; nothing is changed then
     * @throws UnheldEdits if something would be lost that the wish does not give up; nothing is changed then
     * @throws IOException if the folder cannot be written to; nothing is changed then
     * @throws IllegalStateException if other files than these stand in the folder afterwards
     */
    public synchronized Change apply(Map<String, String> texts, Wish wish) throws IOException {
        return bring(texts, wish, null);
    }

    /** What {@link #apply} would do now; changes nothing. */
    public synchronized Change foresee(Map<String, String> texts) {
        return releasing(texts, foreseen(texts, null));
    }

    /**
     * The same with the files of an earlier version.
     *
     * @param number which, or null for the last one that was applied before the one in force; while the folder holds
     *     broken files, for the one in force, which is put back and not applied
     * @throws NoSuchElementException if there is no such version
     */
    public synchronized Change rollback(Long number, Wish wish) throws IOException {
        if (restores(number)) {
            return restore(wish);
        }
        MappingVersion target = target(number);
        return bring(target.files(), wish, target).leaving(versions.leftovers(target));
    }

    /** What {@link #rollback} would do now; changes nothing. */
    public synchronized Change foreseeRollback(Long number) {
        if (restores(number)) {
            return foreseen(files.texts(), versions.latest().orElseThrow().number());
        }
        MappingVersion target = target(number);
        return releasing(target.files(), foreseen(target.files(), target.number()))
                .leaving(versions.leftovers(target));
    }

    private Change releasing(Map<String, String> texts, Change foreseen) {
        String hash = MappingFiles.load(texts).orThrow().version();
        return foreseen.releasing(replay.wouldRelease(hash));
    }

    private boolean restores(Long number) {
        return number == null && files.state().broken();
    }

    private MappingVersion target(Long number) {
        return number == null
                ? versions.latest().flatMap(versions::appliedBefore).orElseThrow()
                : versions.find(number).orElseThrow();
    }

    private Change foreseen(Map<String, String> texts, Long backTo) {
        boolean news = !files.texts().equals(texts);
        return new Change(versions.latest().orElseThrow(), news, false, backTo, edits(texts));
    }

    private List<FileChange> edits(Map<String, String> texts) {
        return FileChange.of(files.dir(), texts, versions);
    }

    /** What is in force takes the place of the broken files: nothing else holds than before. */
    private Change restore(Wish wish) throws IOException {
        List<FileChange> edits = permitted(files.texts(), wish);
        tell(files.replace(files.texts(), (mappings, texts) -> {}));
        MappingVersion inForce = versions.latest().orElseThrow();
        return new Change(inForce, false, false, inForce.number(), edits);
    }

    private List<FileChange> permitted(Map<String, String> texts, Wish wish) {
        List<FileChange> edits = edits(texts);
        if (!wish.discardEdits()) {
            UnheldEdits.refuse(files.dir(), edits);
        }
        return edits;
    }

    private Change bring(Map<String, String> texts, Wish wish, MappingVersion back) throws IOException {
        MappingSet wanted = MappingFiles.load(texts).orThrow();
        List<FileChange> edits = permitted(texts, wish);
        boolean news = !files.texts().equals(texts);
        String note = back == null ? wish.note() : "back to version " + back.number();
        Long restores = back == null ? null : back.origin();
        // Before the folder changes: a program that dies after that must not lose who wanted it, and why.
        versions.intend(wanted.version(), wish.by(), note, restores);
        Look look = replace(texts, (mappings, saved) -> record(mappings, saved, wish.by(), note, restores));
        if (!files.state().version().equals(wanted.version())) {
            throw new IllegalStateException(
                    "A file stands in the folder that cannot be read, or somebody saves there just"
                            + " now: look at it, and apply again.");
        }
        tell(look);
        MappingVersion version = versions.latest().orElseThrow();
        if (look == Look.TESTS_ONLY && version.appliedAt() != null) {
            versions.forgetIntent();
            return new Change(version, true, false, number(back), edits);
        }
        long released = replay.begin(version);
        MappingVersion applied = versions.apply(wish.by(), news ? null : wish.note());
        return new Change(applied, news, true, number(back), edits).releasing(released);
    }

    /** What could not be done is not meant any more. */
    private Look replace(Map<String, String> texts, FilesInForce.Recorder recorder) throws IOException {
        try {
            return files.replace(texts, recorder);
        } catch (IOException | RuntimeException e) {
            versions.forgetIntent();
            throw e;
        }
    }

    private static Long number(MappingVersion back) {
        return back == null ? null : back.number();
    }

    /** Told once, also if that fails at first. */
    private void tell(Look look) {
        untold = look == Look.UNCHANGED ? untold : look;
        alarm.tell(untold, files.state());
        untold = Look.UNCHANGED;
    }

    private void record(MappingSet mappings, Map<String, String> texts, String by, String note, Long restores) {
        write(mappings, texts, by, note, restores);
        directory.keep(mappings.fieldsToKeep());
    }

    /** Safe to repeat: what was written down just before is not written down again. */
    private void write(MappingSet mappings, Map<String, String> texts, String by, String note, Long restores) {
        boolean known = versions.latest()
                .filter(latest -> latest.hash().equals(mappings.version())
                        && latest.files().equals(texts))
                .isPresent();
        if (!known) {
            versions.add(mappings.version(), texts, by, note, restores);
        }
    }
}
