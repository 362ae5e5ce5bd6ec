package dev.parley.company;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether one name is the other's first letters, or is made of the beginnings of its words. */
final class Acronym {

    private static final int FEWEST = 2;
    private static final int MOST = 7;
    private static final int FEWEST_LETTERS_OF_PIECES = 5;

    private Acronym() {}

    /** How much of a short name for the other one is: 1 its first letters, less if they are few, 0 if it is none. */
    static double between(CompanyName one, CompanyName other) {
        return Math.max(of(one, other), of(other, one));
    }

    private static double of(CompanyName letters, CompanyName words) {
        if (letters.isEmpty() || !isShort(letters)) {
            return 0;
        }
        String first = letters.words().get(0);
        return initials(words).contains(first) ? Math.min(1, (first.length() - 1) / 2.0) : 0;
    }

    /** A short name may have what it does or where it is behind it. */
    private static boolean isShort(CompanyName name) {
        int length = name.words().get(0).length();
        return length >= FEWEST
                && length <= MOST
                && name.words().stream().skip(1).allMatch(word -> Words.of(word).kind() != Words.Kind.OWN);
    }

    /** Every way in which people take a name's first letters; none for a name of one word. */
    static Set<String> initials(CompanyName name) {
        Set<String> all = new TreeSet<>();
        if (name.words().size() < 2) {
            return all;
        }
        String telling = name.initials();
        add(all, telling);
        add(all, letters(name.words()));
        if (name.form() != null) {
            add(all, telling + name.form().code().charAt(0));
        }
        String last = name.words().get(name.words().size() - 1);
        if (Words.of(last).kind() == Words.Kind.GENERIC) {
            add(all, telling.substring(0, telling.length() - 1));
        }
        return all;
    }

    private static void add(Set<String> all, String initials) {
        if (initials.length() >= FEWEST && initials.length() <= MOST) {
            all.add(initials);
        }
    }

    private static String letters(List<String> words) {
        StringBuilder letters = new StringBuilder();
        words.forEach(word -> letters.append(word.charAt(0)));
        return letters.toString();
    }

    /** Whether one name is a word of the beginnings of the other's words, as "Petrobras" is of "Petróleo Brasileiro". */
    static boolean pieces(CompanyName one, CompanyName other) {
        return isOfPieces(one, other.words()) || isOfPieces(other, one.words());
    }

    private static boolean isOfPieces(CompanyName name, List<String> words) {
        return name.words().size() == 1
                && words.size() > 1
                && name.compact().length() >= FEWEST_LETTERS_OF_PIECES
                && isOfPieces(name.compact(), words, 0);
    }

    /** Each word in turn gives at least its first letter, the first one two, and none of them the whole. */
    private static boolean isOfPieces(String rest, List<String> words, int at) {
        if (rest.isEmpty()) {
            return at > 1;
        }
        if (at == words.size()) {
            return false;
        }
        int common = common(rest, words.get(at));
        for (int n = Math.min(common, rest.length() - (at == 0 ? 1 : 0)); n >= (at == 0 ? 2 : 1); n--) {
            if (isOfPieces(rest.substring(n), words, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private static int common(String a, String b) {
        int n = 0;
        while (n < a.length() && n < b.length() && a.charAt(n) == b.charAt(n)) {
            n++;
        }
        return n;
    }
}
