package dev.parley.mapping;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The mapping files in force: those that stood in the folder when it was last without an error. Safe for use by many
 * threads: whoever asks gets one whole set, the old or the new one.
 */
public final class FilesInForce implements Supplier<MappingSet> {

    /** What a look at the folder has led to. */
    public enum Look {
        /** Nothing was saved, or what was saved still changes. */
        UNCHANGED,
        /** Other files are in force from now on. */
        TAKEN_UP,
        /** Other tests stand beside the same files: nothing is written otherwise. */
        TESTS_ONLY,
        /** The files are broken; the last good ones stay in force. */
        BROKEN,
        /** The broken files are as they were before. */
        MENDED
    }

    /** Writes down that other files are about to be in force. */
    @FunctionalInterface
    public interface Recorder {

        /**
         * Writes it down; may be called again for the same files.
         *
         * @param mappings the files
         * @param texts the same with their tests, by path below the folder
         * @throws RuntimeException if it cannot be written down: the files are not taken up then, and tried again by the
         *     next look
         */
        void record(MappingSet mappings, Map<String, String> texts);
    }

    /**
     * How things stand.
     *
     * @param version of the files in force, see {@link MappingSet#version}
     * @param since when they were taken up
     * @param findings what is wrong with the files that stand in the folder now; empty unless they are broken
     */
    public record State(String version, Instant since, List<Finding> findings) {

        /** Whether the folder holds other files than those in force, which cannot be used. */
        public boolean broken() {
            return !findings.isEmpty();
        }

        /** What is wrong, that first which must be mended first: the fault before its consequences. */
        public List<Finding> byGravity() {
            return findings.stream().sorted(Finding.GRAVEST).toList();
        }
    }

    private record Held(MappingSet mappings, Map<String, String> texts, State state) {

        Held with(List<Finding> findings) {
            return new Held(mappings, texts, new State(state.version(), state.since(), findings));
        }
    }

    private final Path dir;
    private final Clock clock;
    private volatile Held held;
    private Listing seen;
    private Listing judged;
    private boolean unfinished;

    private FilesInForce(Path dir, Clock clock) {
        this.dir = dir;
        this.clock = clock;
    }

    /**
     * Takes up the files of a folder.
     *
     * @throws BrokenMappings if they cannot be used: there are no earlier ones to fall back on
     */
    public static FilesInForce of(Path dir, Clock clock) {
        return of(dir, clock, Optional::empty);
    }

    /**
     * The same with something to fall back on.
     *
     * @param last the files that were last in force, by path, if that is known; asked for only if the folder's cannot be
     *     used
     * @throws BrokenMappings if neither can be used
     */
    public static FilesInForce of(Path dir, Clock clock, Supplier<Optional<Map<String, String>>> last) {
        FilesInForce files = new FilesInForce(dir, clock);
        Optional<Finding> unfinished = files.finish();
        files.seen = Listing.of(dir);
        files.judged = files.seen;
        Loaded loaded = MappingFiles.load(dir);
        if (unfinished.isEmpty() && !loaded.broken()) {
            files.hold(loaded.mappings(), MappingFolder.texts(dir));
        } else {
            files.fallBack(loaded, last);
            files.held = files.held.with(unfinished.map(List::of).orElse(loaded.findings()));
        }
        return files;
    }

    /** Those of a change that was begun, those that stand in the folder, or those that were last in force. */
    private void fallBack(Loaded folder, Supplier<Optional<Map<String, String>>> last) {
        Map<String, String> good = Stream.<Supplier<Optional<Map<String, String>>>>of(
                        () -> FolderSwap.planned(dir),
                        () -> Optional.of(MappingFolder.texts(dir)).filter(any -> !folder.broken()),
                        last)
                .flatMap(texts -> texts.get().stream())
                .filter(texts -> !MappingFiles.load(texts).broken())
                .findFirst()
                .orElseThrow(() -> new BrokenMappings(folder.findings()));
        hold(MappingFiles.load(good).orThrow(), good);
    }

    @Override
    public MappingSet get() {
        return held.mappings();
    }

    /** How things stand. */
    public State state() {
        return held.state();
    }

    /** The texts of the files in force, those of their tests among them, by path below the folder. */
    public Map<String, String> texts() {
        return held.texts();
    }

    /** The folder. */
    public Path dir() {
        return dir;
    }

    /**
     * Looks whether something was saved in the folder, and takes it up if it can be used. Editors save in steps, so a
     * change is judged only at the first look that finds it as the look before did.
     */
    public synchronized Look reload(Recorder recorder) {
        if (unfinished && finish().isEmpty()) {
            judged = null;
            seen = Listing.of(dir);
        }
        Listing now = Listing.of(dir);
        boolean still = now.equals(seen) && !unfinished;
        seen = now;
        return still && !now.equals(judged) ? judge(now, recorder) : Look.UNCHANGED;
    }

    /**
     * Puts other files into the folder in place of all that are there, and takes them up at once.
     *
     * @param texts by path below the folder; without an error, or they are not taken up
     * @throws IOException if the folder cannot be written to; it is then as it was, unless the medium failed, as it is
     *     when {@code recorder} throws
     */
    public synchronized Look replace(Map<String, String> texts, Recorder recorder) throws IOException {
        Map<String, String> before = MappingFolder.texts(dir);
        put(texts);
        unfinished = false;
        try {
            return judge(seen, recorder);
        } catch (RuntimeException e) {
            putBack(before, e);
            throw e;
        }
    }

    private void put(Map<String, String> texts) throws IOException {
        if (!MappingFolder.texts(dir).equals(texts)) {
            FolderSwap.to(dir, texts);
        }
        seen = Listing.of(dir);
    }

    private void putBack(Map<String, String> before, RuntimeException why) {
        try {
            put(before);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /** Goes on with a change that broke off; what keeps it from that. */
    private Optional<Finding> finish() {
        Optional<String> why = FolderSwap.resume(dir);
        unfinished = why.isPresent();
        return why.map(FolderSwap::finding);
    }

    private Look judge(Listing now, Recorder recorder) {
        Loaded loaded = MappingFiles.load(dir);
        Map<String, String> texts = MappingFolder.texts(dir);
        seen = Listing.of(dir);
        if (!seen.equals(now)) {
            return Look.UNCHANGED;
        }
        Look look = loaded.broken() ? broken(loaded) : sound(loaded.mappings(), texts, recorder);
        judged = now;
        return look;
    }

    private Look broken(Loaded loaded) {
        held = held.with(loaded.findings());
        return Look.BROKEN;
    }

    private Look sound(MappingSet mappings, Map<String, String> texts, Recorder recorder) {
        if (texts.equals(held.texts())) {
            boolean was = held.state().broken();
            held = held.with(List.of());
            return was ? Look.MENDED : Look.UNCHANGED;
        }
        boolean same = mappings.version().equals(held.state().version());
        recorder.record(mappings, texts);
        hold(mappings, texts);
        return same ? Look.TESTS_ONLY : Look.TAKEN_UP;
    }

    private void hold(MappingSet mappings, Map<String, String> texts) {
        held = new Held(mappings, Map.copyOf(texts), new State(mappings.version(), clock.instant(), List.of()));
    }
}
