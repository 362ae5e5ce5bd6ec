package dev.parley.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was seen of a candidate, in sentences. */
final class Evidence {

    private static final Map<CompanyFeature, String> SENTENCES = Map.of(
            CompanyFeature.NAME_EXACT, "the name is the same but for the legal form",
            CompanyFeature.FORM_CONFLICT, "the legal forms contradict each other",
            CompanyFeature.DOMAIN_SAME, "the domain is the same",
            CompanyFeature.DOMAIN_CONFLICT, "the account's domain is another",
            CompanyFeature.PHONE_SAME, "the telephone number is the same",
            CompanyFeature.COUNTRY_CONFLICT, "the country is another",
            CompanyFeature.NUMBER_CONFLICT, "the names differ in a number",
            CompanyFeature.PLACE_CONFLICT, "the names differ in a place",
            CompanyFeature.RIVALLED, "another account's name is as like");

    private static final double WORTH_SAYING = 0.01;

    private Evidence() {}

    static List<String> of(Candidate candidate, Gathered gathered) {
        List<String> sentences = new ArrayList<>();
        for (CompanyFeature feature : CompanyFeature.values()) {
            if (SENTENCES.containsKey(feature) && candidate.has(feature)) {
                sentences.add(SENTENCES.get(feature));
            }
        }
        if (candidate.nameLikeness() >= WORTH_SAYING && !candidate.has(CompanyFeature.NAME_EXACT)) {
            sentences.add(
                    "the names are alike by %d in a hundred".formatted(Math.round(100 * candidate.nameLikeness())));
        }
        sentences.addAll(ofNobody(gathered));
        return sentences;
    }

    /** What was given and says nothing. */
    static List<String> ofNobody(Gathered gathered) {
        String provider = gathered.sight().publicProvider();
        return provider == null
                ? List.of()
                : List.of(provider + " is a public provider's: it says nothing of a company");
    }
}
