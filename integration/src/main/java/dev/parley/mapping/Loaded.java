package dev.parley.mapping;

import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of mapping files that has been read.
 *
 * @param findings everything that is wrong, in the order of the files
 * @param mappings the files that could be read; to be used only if there is no error
 * @param tests the test files beside them that could be read
 */
public record Loaded(List<Finding> findings, MappingSet mappings, List<TestFile> tests) {

    /** Whether a finding forbids using the files; what is wrong with a test does not. */
    public boolean broken() {
        return errors().anyMatch(finding -> !finding.place().file().endsWith(TestFile.SUFFIX));
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
