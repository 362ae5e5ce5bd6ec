package dev.parley.company;

import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.TieredMergePolicy;

/** How the index's segments are put together. */
final class Merging {

    private static final int SEGMENTS_OF_A_SIZE = 8;
    private static final double DELETED_PERCENT = 20;

    private Merging() {}

    /**
     * Every segment is asked every question, so few of them; every merge writes everything again, so not too few. Each
     * part of a segment stays a file of its own, or what is not to be mapped into memory would be, inside of another.
     */
    static MergePolicy policy() {
        MergePolicy policy =
                new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_OF_A_SIZE).setDeletesPctAllowed(DELETED_PERCENT);
        policy.setNoCFSRatio(0);
        return policy;
    }
}
