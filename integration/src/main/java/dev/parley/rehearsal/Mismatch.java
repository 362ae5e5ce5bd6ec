package dev.parley.rehearsal;

import dev.parley.mapping.Place;

/**
 * One thing that a test expects and does not get.
 *
 * @param place the expectation, in the test file
 * @param what differs
 * @param expected as the test has it, or null where there is nothing to compare
 * @param got in its place, or null
 * @param from the line of the mapping file that gave it, or null where none did
 */
public record Mismatch(Place place, String what, String expected, String got, Place from) {

    static Mismatch of(Place place, String what) {
        return new Mismatch(place, what, null, null, null);
    }

    /** For people, a line for each side. */
    @Override
    public String toString() {
        String line = place + " " + what;
        return expected == null && got == null
                ? line
                : line + "\n    expected: " + expected + "\n    got:      " + got
                        + (from == null ? "" : "   (from " + from + ")");
    }
}
