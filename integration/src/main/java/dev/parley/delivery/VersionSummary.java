package dev.parley.delivery;

import java.time.Instant;

/**
 * A {@link MappingVersion} without its texts.
 *
 * @param number from 1
 * @param hash of the files without their tests
 * @param at when it was taken up
 * @param by the owner of the changed file, or the user who applied it
 * @param note why, or null
 * @param appliedAt when it was last applied, for what had been said before too; null if it was only taken up
 * @param appliedBy who applied it, or null
 * @param restores number of the version whose files it brought back, or null
 * @param files how many there are, tests among them
 */
public record VersionSummary(
        long number,
        String hash,
        Instant at,
        String by,
        String note,
        Instant appliedAt,
        String appliedBy,
        Long restores,
        int files) {}
