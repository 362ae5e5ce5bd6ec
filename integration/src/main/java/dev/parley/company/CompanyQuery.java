package dev.parley.company;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is known of a visitor that may tell their company; everything may be null or nonsense.
 *
 * @param email the visitor's own address
 * @param company the company's name as they gave it
 * @param website of their company, as they gave it
 * @param phone as they gave it
 * @param country ISO 3166-1 alpha-2 code or a country's name in English
 * @param alsoNamed further companies' names that fell in the talk; never null
 */
public record CompanyQuery(
        String email, String company, String website, String phone, String country, List<String> alsoNamed) {

    /** More names than this are not looked at. */
    private static final int MOST_NAMES = 4;

    public CompanyQuery {
        alsoNamed = List.copyOf(alsoNamed);
    }

    /** Only a name. */
    public static CompanyQuery named(String company) {
        return new CompanyQuery(null, company, null, null, null, List.of());
    }

    /** The names that were given, the company's own first. */
    List<CompanyName> names() {
        return Stream.concat(Stream.ofNullable(company), alsoNamed.stream())
                .map(OtherNames::in)
                .flatMap(List::stream)
                .limit(MOST_NAMES)
                .toList();
    }
}
