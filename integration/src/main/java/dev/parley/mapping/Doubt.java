package dev.parley.mapping;

import java.util.List;

/**
 * A test and a mapping file that name one thing in two ways, of which only the org can say which is right.
 *
 * @param either what is known without the org, at the line of the mapping file
 * @param test what is wrong if the org knows the mapping file's name: the test
 */
record Doubt(Finding either, Finding test) {

    /** Whether these findings of the org name the mapping file's line: it is the misspelt one then. */
    boolean isSettledBy(List<Finding> org) {
        return org.stream()
                .anyMatch(finding ->
                        finding.rule().equals(either.rule()) && finding.place().equals(either.place()));
    }
}
