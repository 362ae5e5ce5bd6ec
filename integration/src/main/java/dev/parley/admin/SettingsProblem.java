package dev.parley.admin;

import java.util.List;
import java.util.stream.Collectors;

/** The settings cannot be used. The message names everything that is wrong, a finding a line, printable as it is. */
public final class SettingsProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<SettingFinding> findings;

    SettingsProblem(List<SettingFinding> findings) {
        super(findings.stream().map(SettingFinding::toString).collect(Collectors.joining(System.lineSeparator())));
        this.findings = List.copyOf(findings);
    }

    /** All findings: the file's in the order of its lines, the environment's, what is missing. */
    public List<SettingFinding> findings() {
        return findings;
    }
}
