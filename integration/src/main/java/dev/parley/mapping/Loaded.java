package dev.parley.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of mapping files that has been read.
 *
 * @param findings everything that is wrong, in the order of the files
 * @param mappings the files that could be read; to be used only if there is no error
 * @param tests the test files beside them that could be read
 * @param doubts those of the findings that the org can decide
 */
public record Loaded(List<Finding> findings, MappingSet mappings, List<TestFile> tests, List<Doubt> doubts) {

    /**
     * The findings together with those of the org, which decides who is wrong where tests and mappings differ.
     *
     * @param org what {@link OrgLint} found in these files
     */
    public List<Finding> findingsWith(List<Finding> org) {
        List<Finding> all = new ArrayList<>(findings);
        for (Doubt doubt : doubts) {
            all.remove(doubt.either());
            if (!doubt.isSettledBy(org)) {
                all.add(doubt.test());
            }
        }
        all.addAll(org);
        all.sort(Finding.IN_ORDER);
        return List.copyOf(all);
    }

    /** Whether a finding forbids using the files; what is wrong with a test does not. */
    public boolean broken() {
        return errors().anyMatch(finding -> !finding.isOfTest());
    }

    /**
     * The files, ready to be tried.
     *
     * @throws BrokenMappings if any finding is an error, in a test too
     */
    public Loaded orThrowWithTests() {
        if (errors().findAny().isPresent()) {
            throw new BrokenMappings(findings);
        }
        return this;
    }

    private Stream<Finding> errors() {
        return findings.stream().filter(finding -> finding.level() == Level.ERROR);
    }

    /**
     * The files, ready for use.
     *
     * @throws BrokenMappings if any finding is an error
     */
    public MappingSet orThrow() {
        if (broken()) {
            throw new BrokenMappings(findings);
        }
        return mappings;
    }
}
