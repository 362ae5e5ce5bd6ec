package dev.parley.rehearsal;

import dev.parley.mapping.Place;
import java.util.List;

/**
 * What came of one test.
 *
 * @param place where it stands
 * @param name what it shows
 * @param mismatches all that is not as it should be; none if it passed
 */
public record TestResult(Place place, String name, List<Mismatch> mismatches) {

    /** Whether all is as it should be. */
    public boolean passed() {
        return mismatches.isEmpty();
    }
}
