package dev.parley.company;

/** Whether one name is the other's first letters. */
final class Acronym {

    private static final int FEWEST = 3;

    private Acronym() {}

    static boolean between(CompanyName one, CompanyName other) {
        return of(one, other) || of(other, one);
    }

    private static boolean of(CompanyName letters, CompanyName words) {
        if (letters.isEmpty() || words.words().size() < FEWEST) {
            return false;
        }
        String first = letters.words().get(0);
        String initials = words.initials();
        return first.length() >= FEWEST && (first.equals(initials) || first.equals(withForm(initials, words)));
    }

    /** "BMW AG" of "Bayerische Motoren Werke"; "HAL" of "Hanse Anlagen Ltd" too. */
    private static String withForm(String initials, CompanyName words) {
        return words.form() == null ? initials : initials + words.form().code().charAt(0);
    }
}
