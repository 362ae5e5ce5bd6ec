package dev.parley.company;

import dev.parley.company.LegalForm.Relation;
import dev.parley.company.Words.Kind;
import java.util.EnumMap;
import java.util.Map;

/** What is seen of two companies' names side by side; each value lies between 0 and 1. */
enum NameFeature {
    /** How much of the first name the second covers, and the other way round. */
    COVERED_LESS,
    COVERED_MORE,
    /** How few edits lie between the names written without spaces. */
    COMPACT,
    EXACT,
    OTHER_ORDER,
    ONE_EDIT,
    TWO_EDITS,
    SAME_SOUND,
    FORM_SAME,
    FORM_KIN,
    FORM_CONFLICT,
    NUMBER_CONFLICT,
    NUMBER_ONLY_ONE,
    PLACE_CONFLICT,
    PLACE_ONLY_ONE,
    GENERIC_CONFLICT,
    /** A word of one company's own stands where the other has another one. */
    REPLACED,
    /** One has a word of its own more. */
    ADDED,
    ACRONYM,
    /** One is a word of the beginnings of the other's words. */
    PIECES,
    FIRST_WORD,
    /** They agree but for what the company does. */
    GENERIC_ADDED,
    /** One begins with the whole of the other, and goes on with a word of its own. */
    LEADS,
    /** How much there is that agrees. */
    SHARED;

    private static final int MOST_EDITS = 5;
    private static final int LONG = 6;
    private static final double MUCH = 3;

    /** So much must agree that it is not one word of a trade alone. */
    private static final double A_NAME = 0.5;

    /** All that is seen. */
    static Map<NameFeature, Double> of(CompanyName one, CompanyName other) {
        Map<NameFeature, Double> seen = new EnumMap<>(NameFeature.class);
        Alignment words = new Alignment(
                Compounds.joinedAs(one.words(), other.words()), Compounds.joinedAs(other.words(), one.words()));
        double a = words.coveredOne();
        double b = words.coveredOther();
        seen.put(COVERED_LESS, Math.min(a, b));
        seen.put(COVERED_MORE, Math.max(a, b));
        seen.put(SHARED, Math.min(1, words.shared() / MUCH));
        seen.put(REPLACED, Math.min(words.leftOfOne(), words.leftOfOther()));
        seen.put(ADDED, Math.max(words.leftOfOne(), words.leftOfOther()));
        mark(seen, NUMBER_CONFLICT, words.conflict(Kind.NUMBER));
        mark(seen, NUMBER_ONLY_ONE, words.onlyOne(Kind.NUMBER));
        mark(seen, PLACE_CONFLICT, words.conflict(Kind.PLACE));
        mark(seen, PLACE_ONLY_ONE, words.onlyOne(Kind.PLACE));
        mark(seen, GENERIC_CONFLICT, words.conflict(Kind.GENERIC));
        compact(seen, one, other);
        form(seen, LegalForm.relation(one.form(), other.form()));
        seen.put(ACRONYM, Acronym.between(one, other));
        mark(seen, PIECES, Acronym.pieces(one, other));
        mark(seen, FIRST_WORD, words.firstAgree());
        added(seen, words);
        return seen;
    }

    private static void added(Map<NameFeature, Double> seen, Alignment words) {
        double less = Math.min(words.leftOfOne(), words.leftOfOther());
        double more = Math.max(words.leftOfOne(), words.leftOfOther());
        boolean whole = less <= Kind.STOP.weight() && words.shared() >= A_NAME;
        mark(seen, GENERIC_ADDED, whole && more > Kind.STOP.weight() && more <= Kind.GENERIC.weight());
        mark(seen, LEADS, whole && more > Kind.GENERIC.weight() && words.firstAgree());
    }

    private static void compact(Map<NameFeature, Double> seen, CompanyName one, CompanyName other) {
        String a = one.compact();
        String b = other.compact();
        int longer = Math.max(a.length(), b.length());
        int edits = Edits.between(a, b, MOST_EDITS);
        seen.put(COMPACT, edits > MOST_EDITS || longer == 0 ? 0 : Math.max(0, 1 - 2.0 * edits / longer));
        mark(seen, EXACT, edits == 0 && longer > 0);
        boolean slip = seen.get(NUMBER_ONLY_ONE) == 0;
        mark(seen, ONE_EDIT, slip && edits == 1 && longer >= LONG);
        mark(seen, TWO_EDITS, slip && edits == 2 && longer >= LONG + 2);
        mark(seen, OTHER_ORDER, edits > 0 && one.sorted().equals(other.sorted()));
        mark(seen, SAME_SOUND, longer >= LONG && Spelling.sound(a).equals(Spelling.sound(b)));
        if (slip && (edits == 1 && longer >= LONG || edits == 2 && longer >= 2 * LONG)) {
            lettersAgree(seen);
        }
    }

    /** Where the letters are the same but for a slip, it does not matter which words they fall into. */
    private static void lettersAgree(Map<NameFeature, Double> seen) {
        seen.merge(COVERED_LESS, seen.get(COMPACT), Math::max);
        seen.merge(COVERED_MORE, seen.get(COMPACT), Math::max);
        mark(seen, REPLACED, false);
        mark(seen, ADDED, false);
        mark(seen, GENERIC_CONFLICT, false);
    }

    private static void form(Map<NameFeature, Double> seen, Relation relation) {
        mark(seen, FORM_SAME, relation == Relation.SAME);
        mark(seen, FORM_KIN, relation == Relation.KIN);
        mark(seen, FORM_CONFLICT, relation == Relation.CONFLICT);
    }

    private static void mark(Map<NameFeature, Double> seen, NameFeature feature, boolean is) {
        seen.put(feature, is ? 1.0 : 0.0);
    }
}
