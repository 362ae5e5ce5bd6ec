package dev.parley.identity;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Countries by what people call them: a code of ISO 3166-1, or the name in English or in a language spoken there. */
public final class Country {

    /** What people write that is in no list. */
    private static final Map<String, String> USUAL = Map.of(
            "uk", "GB", "greatbritain", "GB", "england", "GB", "holland", "NL", "america", "US", "czechrepublic", "CZ");

    private static final Map<String, String> CODES = codes();

    private Country() {}

    /** The country's code (ISO 3166-1 alpha-2); null if it is not known, or could be more than one. */
    public static String code(String country) {
        return country == null ? null : CODES.get(bare(country));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>(USUAL);
        Set<String> ambiguous = new HashSet<>();
        for (String code : Locale.getISOCountries()) {
            add(new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH), code, codes, ambiguous);
        }
        Arrays.stream(Locale.getAvailableLocales())
                .filter(locale -> locale.getCountry().length() == 2)
                .forEach(locale -> add(locale.getDisplayCountry(locale), locale.getCountry(), codes, ambiguous));
        codes.keySet().removeAll(ambiguous);
        for (String code : Locale.getISOCountries()) {
            codes.put(bare(code), code);
            codes.put(bare(new Locale.Builder().setRegion(code).build().getISO3Country()), code);
        }
        return Map.copyOf(codes);
    }

    private static void add(String name, String code, Map<String, String> codes, Set<String> ambiguous) {
        String bare = bare(name);
        String other = codes.putIfAbsent(bare, code);
        if (bare.isEmpty() || (other != null && !other.equals(code))) {
            ambiguous.add(bare);
        }
    }

    /** Without accents, blanks and marks, in lower case. */
    private static String bare(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[^\\p{L}]", "");
        return plain.toLowerCase(Locale.ROOT);
    }
}
