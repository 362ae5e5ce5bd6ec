package dev.parley.mapping;

import java.util.List;

/**
 * A folder of mapping files that has been read.
 *
 * @param findings everything that is wrong, in the order of the files
 * @param mappings the files that could be read; to be used only if there is no error
 */
public record Loaded(List<Finding> findings, MappingSet mappings) {

    /** Whether a finding forbids using the files. */
    public boolean broken() {
        return findings.stream().anyMatch(finding -> finding.level() == Level.ERROR);
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
