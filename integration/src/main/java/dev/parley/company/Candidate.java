package dev.parley.company;

import java.util.Map;

/**
 * An account that may be meant.
 *
 * @param company as the CRM says it
 * @param likelihood that it is the right one, from 0 to 1
 * @param seen what agrees and what does not, each from 0 to 1
 */
public record Candidate(Company company, double likelihood, Map<CompanyFeature, Double> seen) {

    public Candidate {
        seen = Map.copyOf(seen);
    }

    /** Whether that was seen at all. */
    public boolean has(CompanyFeature feature) {
        return seen.getOrDefault(feature, 0.0) > 0;
    }

    /** How like the company's name is to what the visitor called it, from 0 to 1; 0 if they said none. */
    public double nameLikeness() {
        return seen.getOrDefault(CompanyFeature.NAME, 0.0);
    }
}
