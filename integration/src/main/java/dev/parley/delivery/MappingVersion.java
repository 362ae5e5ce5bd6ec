package dev.parley.delivery;

import java.time.Instant;
import java.util.Map;

/**
 * A set of mapping files that was, or is, in force.
 *
 * @param number from 1, one more with each change
 * @param hash of the files without their tests, see {@code MappingSet.version}
 * @param at when it was taken up, and has held for what was said from then on
 * @param by the owner of the changed file, or the user who applied it
 * @param note why, in that user's words; null if nothing was said
 * @param appliedAt when it was last applied, for what had been said before too; null if it was only taken up
 * @param appliedBy who applied it, or null
 * @param restores number of the version whose files it brought back, or null
 * @param files their texts and those of their tests, by path below the mappings folder
 */
public record MappingVersion(
        long number,
        String hash,
        Instant at,
        String by,
        String note,
        Instant appliedAt,
        String appliedBy,
        Long restores,
        Map<String, String> files) {

    /** The version that first had these files, as far as they were brought back on purpose. */
    long origin() {
        return restores == null ? number : restores;
    }

    /** The same without the texts. */
    public VersionSummary summary() {
        return new VersionSummary(number, hash, at, by, note, appliedAt, appliedBy, restores, files.size());
    }
}
