package dev.parley.benchmark.match;

import java.util.Locale;

/** What countries are called in companies' names. */
final class Places {

    private Places() {}

    static String of(String code) {
        return new Locale("", code).getDisplayCountry(Locale.ENGLISH);
    }
}
