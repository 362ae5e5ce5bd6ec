package dev.parley.sandbox.soql;

import java.util.stream.Stream;

/**
 * {@code OFFSET} and {@code LIMIT}.
 *
 * @param offset the rows to leave out at the beginning, at most 2,000
 * @param limit the most rows to give
 */
record Cut(int offset, int limit) {
    private static final int LARGEST_OFFSET = 2_000;

    /** What the query says, checked. */
    static Cut of(Query query, Refusal refusal) {
        int offset = query.offset().orElse(0);
        if (offset > LARGEST_OFFSET) {
            throw refusal.at(query.from().at(), "NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is 2000");
        }
        return new Cut(offset, query.limit().orElse(Integer.MAX_VALUE));
    }

    <R> Stream<R> of(Stream<R> rows) {
        return rows.skip(offset).limit(limit);
    }
}
