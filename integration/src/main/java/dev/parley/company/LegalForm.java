package dev.parley.company;

import com.google.common.base.Splitter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The legal form in a company's name: GmbH, AB, Oy, A/S, Ltd, S.A., 有限公司 and their kind.
 *
 * @param code one for all ways to write it
 * @param family what it is in any country: limited, stock, partnership, sole, coop, club, either or any
 */
record LegalForm(String code, String family) {

    /** How the forms of two names stand to each other. */
    enum Relation {
        /** Both names have the same. */
        SAME,
        /** One is what the other is called abroad. */
        KIN,
        /** At least one of the names has none. */
        UNSAID,
        /** They cannot both be right. */
        CONFLICT
    }

    /** The longest way to write a form, in words. */
    static final int MOST_WORDS = 7;

    private static final String APART = "+";
    private static final String NOTHING = "-";

    /** What translators write for any form of that family. */
    private static final Map<String, String> TRANSLATIONS = Map.of(
            "ltd",
            "limited either",
            "llc",
            "limited either",
            "ao",
            "stock either",
            "inc",
            "stock either",
            "corp",
            "stock either limited");

    /** Where translators are at work; among the others a form is what it is. */
    private static final List<String> TRANSLATED = List.of(
            "ooo", "ao", "cnltd", "kk", "gk", "vnjsc", "vnltd", "lts", "tas", "as", "spzoo", "sa", "doo", "dd", "eood",
            "ike", "ee", "epe", "psc", "zrt", "kft", "pt", "bhd", "sdnbhd");

    /** Forms that may stand before the name, as others look like its first word: "BT Group", "SE Technik". */
    private static final Set<String> BEFORE = Set.of(
            "ab", "ao", "as", "cnltd", "cv", "est", "gk", "gmbh", "ip", "kk", "llc", "ooo", "ou", "oy", "oyj", "pt",
            "sa", "sarl", "sas", "scs", "sia", "spzoo", "uab", "vnjsc", "vnltd");

    /** Where a corporation is one and nothing else. */
    private static final Set<String> ENGLISH = Set.of("ltd", "plc", "llc", "inc", "dac", "corp");

    private static final Map<String, LegalForm> WRITTEN = read();
    private static final Map<String, String> IN_SCRIPT = script();

    /** The form that is written as those words in lower-case ASCII, or null. */
    static LegalForm written(List<String> words) {
        return WRITTEN.get(String.join(" ", words));
    }

    /** Whether the form is written before names too. */
    boolean mayLead() {
        return BEFORE.contains(code);
    }

    /**
     * The name with the forms of other scripts put behind it by their codes, and with what scripts without spaces write
     * together written apart.
     */
    static String spellOut(String name) {
        if (name.chars().allMatch(c -> c < 0x370)) {
            return name;
        }
        String rest = name;
        StringBuilder codes = new StringBuilder();
        for (Map.Entry<String, String> form : IN_SCRIPT.entrySet()) {
            if (rest.contains(form.getKey())) {
                String word = form.getValue().equals(APART) ? form.getKey() : form.getValue();
                boolean legal = WRITTEN.containsKey(word) || word.equals(NOTHING);
                rest = rest.replace(form.getKey(), legal ? " " : " " + word + " ");
                codes.append(legal ? " " + word : "");
            }
        }
        return rest + codes;
    }

    /** How two forms stand to each other; either may be null. */
    static Relation relation(LegalForm one, LegalForm other) {
        if (one == null || other == null) {
            return Relation.UNSAID;
        }
        if (one.code.equals(other.code)) {
            return Relation.SAME;
        }
        return translates(one, other) || translates(other, one) ? Relation.KIN : Relation.CONFLICT;
    }

    private static boolean translates(LegalForm one, LegalForm other) {
        String families = TRANSLATIONS.getOrDefault(one.code, "");
        boolean abroad = TRANSLATED.contains(other.code) || one.code.equals("corp") && !ENGLISH.contains(other.code);
        return families.contains(other.family) && abroad;
    }

    private static Map<String, LegalForm> read() {
        Map<String, LegalForm> forms = new HashMap<>();
        Words.lines("legal-forms.txt").forEach(line -> {
            String[] halves = line.split(": ", 2);
            String[] head = halves[0].split(" ");
            LegalForm form = new LegalForm(head[0], head[1]);
            forms.put(form.code, form);
            Splitter.on("; ").split(halves[1]).forEach(written -> forms.put(written, form));
        });
        return Map.copyOf(forms);
    }

    /** The longest first, since some are part of others. */
    private static Map<String, String> script() {
        return Words.lines("script-forms.txt")
                .map(line -> line.split(" (?=[a-z+-]+$)"))
                .sorted((a, b) -> b[0].length() - a[0].length())
                .collect(Collectors.toMap(
                        parts -> parts[0].replace('_', ' '), parts -> parts[1], (a, b) -> a, LinkedHashMap::new));
    }
}
