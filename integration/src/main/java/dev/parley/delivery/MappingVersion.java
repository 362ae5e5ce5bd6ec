package dev.parley.delivery;

import java.time.Instant;
import java.util.Map;

/**
 * A set of mapping files that was, or is, in force.
 *
 * @param number from 1, one more with each change
 * @param hash of the files, see {@code MappingSet.version}
 * @param at when it was taken up
 * @param by the owner of the changed file, or the user who applied it
 * @param note why, in that user's words; null if nothing was said
 * @param files their texts, by path below the mappings folder
 */
public record MappingVersion(long number, String hash, Instant at, String by, String note, Map<String, String> files) {}
