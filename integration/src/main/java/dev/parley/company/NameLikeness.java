package dev.parley.company;

import java.util.Map;

/** How likely two names are the same one's, whatever the script, the order of their parts and slips of the pen. */
public final class NameLikeness {

    private static final Weights ORGANISATIONS = Weights.read("organisation-weights.txt");

    private static final Weights PERSONS = Weights.read("person-weights.txt");

    private NameLikeness() {}

    /**
     * How likely two names of companies or other organisations are of the same one, from 0 to 1: above 0.5 rather so
     * than not. Takes any text; 0 for one without a letter.
     */
    public static double organisations(String one, String other) {
        return OtherNames.in(one).stream()
                .flatMap(a -> OtherNames.in(other).stream().map(b -> organisations(a, b)))
                .max(Double::compare)
                .orElse(0.0);
    }

    static double organisations(CompanyName one, CompanyName other) {
        return one.isEmpty() || other.isEmpty() ? 0 : organisations(NameFeature.of(one, other));
    }

    static double organisations(Map<NameFeature, Double> seen) {
        return ORGANISATIONS.likelihood(seen);
    }

    /**
     * How likely two names are of the same person, from 0 to 1: above 0.5 rather so than not. The order of the parts,
     * titles, particles, initials, nicknames and transliteration do not matter much. Takes any text.
     */
    public static double persons(String one, String other) {
        PersonName a = PersonName.of(one);
        PersonName b = PersonName.of(other);
        return a.isEmpty() || b.isEmpty() ? 0 : PERSONS.likelihood(PersonFeature.of(a, b));
    }
}
