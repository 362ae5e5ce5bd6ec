package dev.parley.company;

import java.util.EnumMap;
import java.util.Map;

/** What is seen of two people's names side by side. */
enum PersonFeature {
    /** How like the parts of the shorter name are to the longer's. */
    COVERED,
    /** How few edits lie between the names written without spaces. */
    COMPACT,
    EXACT,
    /** Only one part agrees. */
    SINGLE,
    /** Parts that contradict each other. */
    REPLACED,
    /** Parts that one name has more, of which many people leave some out. */
    ADDED,
    MANY_ADDED;

    private static final int MOST_EDITS = 2;
    private static final int LETTERS_A_SLIP = 5;
    private static final int MANY = 2;

    static Map<PersonFeature, Double> of(PersonName one, PersonName other) {
        Map<PersonFeature, Double> seen = new EnumMap<>(PersonFeature.class);
        PersonAlignment parts = new PersonAlignment(one, other);
        String a = one.compact();
        String b = other.compact();
        int edits = Edits.between(a, b, MOST_EDITS);
        int longer = Math.max(a.length(), b.length());
        boolean near = edits <= Math.min(MOST_EDITS, longer / LETTERS_A_SLIP);
        seen.put(COVERED, near ? Math.max(parts.covered(), 1 - (double) edits / longer) : parts.covered());
        seen.put(COMPACT, near ? 1 - 3.0 * edits / longer : 0);
        seen.put(EXACT, edits == 0 ? 1.0 : 0.0);
        seen.put(SINGLE, !near && parts.single() ? 1.0 : 0.0);
        seen.put(REPLACED, near ? 0.0 : parts.replaced());
        seen.put(ADDED, near ? 0.0 : Math.min(1, parts.added()));
        seen.put(MANY_ADDED, near ? 0.0 : Math.max(0, parts.added() - MANY));
        return seen;
    }
}
