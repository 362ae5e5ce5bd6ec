package dev.parley.company;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Countries by their names in English, as CRMs without country codes keep them. */
final class Country {

    private static final Map<String, String> CODES = codes();

    private Country() {}

    /** ISO 3166-1 alpha-2, or null if the text is no country. */
    static String code(String text) {
        return text == null ? null : CODES.get(text.strip().toLowerCase(Locale.ROOT));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale("", code);
            codes.put(code.toLowerCase(Locale.ROOT), code);
            codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            codes.put(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
        }
        codes.put("uk", "GB");
        codes.put("great britain", "GB");
        codes.put("england", "GB");
        codes.put("united states of america", "US");
        codes.put("czech republic", "CZ");
        codes.put("korea", "KR");
        codes.put("turkey", "TR");
        return Map.copyOf(codes);
    }
}
