package dev.parley.qualification;

import java.util.List;

/**
 * How the company stands to the visitor.
 *
 * @param name {@code new}, {@code prospect}, {@code customer}, {@code partner} or {@code unknown}
 * @param evidence what it rests on; what speaks against it follows, and says so
 */
public record Stage(String name, List<Evidence> evidence) {

    public Stage {
        evidence = List.copyOf(evidence);
    }
}
