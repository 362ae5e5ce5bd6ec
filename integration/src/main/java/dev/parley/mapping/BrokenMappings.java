package dev.parley.mapping;

import java.util.List;
import java.util.stream.Collectors;

/** The mapping files cannot be used. The message names everything that is wrong, a finding a line, printable as it is. */
public final class BrokenMappings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    BrokenMappings(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining(System.lineSeparator())));
        this.findings = List.copyOf(findings);
    }

    /** All findings, in the order of the files. */
    public List<Finding> findings() {
        return findings;
    }
}
