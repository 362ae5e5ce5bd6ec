package dev.parley.mapping;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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

    private record Held(MappingSet mappings, State state) {}

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
        files.seen = Listing.of(dir);
        files.judged = files.seen;
        files.hold(MappingFiles.load(dir).orThrow());
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

    /** The same at once, for files that are known to be whole. */
    public synchronized Look takeUp() {
        seen = Listing.of(dir);
        return judge(seen);
    }

    private Look judge(Listing now) {
        Loaded loaded = MappingFiles.load(dir);
        seen = Listing.of(dir);
        if (!seen.equals(now)) {
            return Look.UNCHANGED;
        }
        judged = now;
        if (loaded.broken()) {
            held = new Held(
                    held.mappings(),
                    new State(held.state().version(), held.state().since(), loaded.findings()));
            return Look.BROKEN;
        }
        if (!loaded.mappings().version().equals(held.state().version())) {
            hold(loaded.mappings());
            return Look.TAKEN_UP;
        }
        return mended();
    }

    private Look mended() {
        boolean was = held.state().broken();
        held = new Held(
                held.mappings(), new State(held.state().version(), held.state().since(), List.of()));
        return was ? Look.MENDED : Look.UNCHANGED;
    }

    private void hold(MappingSet mappings) {
        held = new Held(mappings, new State(mappings.version(), clock.instant(), List.of()));
    }
}
