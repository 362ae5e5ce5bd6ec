package dev.parley.dossier;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A name in the two parts that a CRM wants; either may be null.
 *
 * @param first given names
 * @param last family name with its particles
 */
record PersonName(String first, String last) {

    private static final Set<String> PARTICLES = Set.of(
            "af", "al", "av", "bin", "bint", "da", "de", "del", "den", "der", "di", "do", "dos", "du", "el", "ibn",
            "la", "le", "van", "von", "zu", "zum", "zur", "ten", "ter");

    /** Family names of two characters; every other Chinese family name has one. */
    private static final Set<String> TWO_CHARACTER_FAMILIES =
            Set.of("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "夏侯", "令狐");

    private static final int LONGEST_HAN_NAME = 4;

    /**
     * Splits by one rule: "Family, Given" at the comma; a short name in Han characters after the family name; else the
     * last word is the family name, with the particles before it. One word alone is a family name.
     */
    static PersonName of(String name) {
        if (name == null || name.isBlank()) {
            return new PersonName(null, null);
        }
        String whole = name.replaceAll("[\\s\\u00a0]+", " ").replaceAll("^[ ,]+|[ ,]+$", "");
        if (whole.isEmpty()) {
            return new PersonName(null, null);
        }
        int comma = whole.indexOf(',');
        if (comma > 0 && comma < whole.length() - 1) {
            return new PersonName(
                    whole.substring(comma + 1).strip(),
                    whole.substring(0, comma).strip());
        }
        return isHan(whole) ? han(whole) : words(List.of(whole.split(" ")));
    }

    private static PersonName words(List<String> words) {
        int family = words.size() - 1;
        while (family > 1 && PARTICLES.contains(words.get(family - 1).toLowerCase(Locale.ROOT))) {
            family--;
        }
        String first = String.join(" ", words.subList(0, family));
        return new PersonName(first.isEmpty() ? null : first, String.join(" ", words.subList(family, words.size())));
    }

    private static boolean isHan(String name) {
        return name.length() <= LONGEST_HAN_NAME
                && name.length() > 1
                && name.codePoints().allMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN);
    }

    private static PersonName han(String name) {
        boolean two = name.length() > 2 && TWO_CHARACTER_FAMILIES.contains(name.substring(0, 2));
        int family = two ? 2 : 1;
        return new PersonName(name.substring(family), name.substring(0, family));
    }
}
