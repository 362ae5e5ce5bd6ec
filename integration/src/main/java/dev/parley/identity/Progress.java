package dev.parley.identity;

/** Told how far the first load of the directory is. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = (done, total) -> {};

    /**
     * A page more has come in.
     *
     * @param done records read so far
     * @param total records that there were when the load began; {@code done} may end a little above it
     */
    void at(long done, long total);
}
