package dev.parley.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

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
        /** The files are broken; the last good ones stay in force. */
        BROKEN,
        /** The broken files are as they were before. */
        MENDED
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
        FilesInForce files = new FilesInForce(dir, clock);
        try {
            FolderSwap.finish(dir);
        } catch (IOException e) {
            throw new UncheckedIOException("The mappings folder " + dir + " could not be brought to an end", e);
        }
        files.seen = Listing.of(dir);
        files.judged = files.seen;
        files.hold(MappingFiles.load(dir).orThrow(), MappingFolder.texts(dir));
        return files;
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
    public synchronized Look reload() {
        Listing now = Listing.of(dir);
        boolean still = now.equals(seen);
        seen = now;
        return still && !now.equals(judged) ? judge(now) : Look.UNCHANGED;
    }

    /**
     * Puts other files into the folder in place of all that are there, and takes them up at once.
     *
     * @param texts by path below the folder; without an error, or they are not taken up
     * @throws IOException if the folder cannot be written to; it is then as it was, unless the medium failed
     */
    public synchronized Look replace(Map<String, String> texts) throws IOException {
        if (!MappingFolder.texts(dir).equals(texts)) {
            FolderSwap.to(dir, texts);
        }
        seen = Listing.of(dir);
        return judge(seen);
    }

    private Look judge(Listing now) {
        Loaded loaded = MappingFiles.load(dir);
        Map<String, String> texts = MappingFolder.texts(dir);
        seen = Listing.of(dir);
        if (!seen.equals(now)) {
            return Look.UNCHANGED;
        }
        judged = now;
        if (loaded.broken()) {
            held = held.with(loaded.findings());
            return Look.BROKEN;
        }
        if (!loaded.mappings().version().equals(held.state().version())) {
            hold(loaded.mappings(), texts);
            return Look.TAKEN_UP;
        }
        return mended();
    }

    private Look mended() {
        boolean was = held.state().broken();
        held = held.with(List.of());
        return was ? Look.MENDED : Look.UNCHANGED;
    }

    private void hold(MappingSet mappings, Map<String, String> texts) {
        held = new Held(mappings, Map.copyOf(texts), new State(mappings.version(), clock.instant(), List.of()));
    }
}
