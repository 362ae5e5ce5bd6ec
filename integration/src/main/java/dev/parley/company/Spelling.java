package dev.parley.company;

/** How like two words are in writing and in sound. */
final class Spelling {

    private static final int LONG = 7;
    private static final int SHORT = 4;

    /** Two words that sound the same are nearly the same. */
    private static final double BY_SOUND = 0.9;

    /** So many of a word's letters may be written otherwise. */
    private static final double OF_ITS_LETTERS = 0.45;

    private Spelling() {}

    /** How like two words in lower-case ASCII are: 1 the same, 0 different words. */
    static double likeness(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        int shorter = Math.min(a.length(), b.length());
        int most = shorter >= LONG ? 2 : shorter >= SHORT ? 1 : 0;
        int edits = most == 0 ? 1 : Edits.between(a, b, most);
        double written = edits <= most ? 1 - 1.2 * edits / Math.max(a.length(), b.length()) : 0;
        return written < BY_SOUND && shorter >= SHORT && mayAgree(a, b) && soundAlike(a, b) ? BY_SOUND : written;
    }

    /** "Porsche" and "Bayerische" have their consonants in common, and sound like nothing of the kind. */
    private static boolean soundAlike(String a, String b) {
        int most = (int) (Math.max(a.length(), b.length()) * OF_ITS_LETTERS);
        return Math.abs(a.length() - b.length()) <= most
                && sound(a).equals(sound(b))
                && Edits.between(a, b, most) <= most;
    }

    /** Whether it is worth the while to listen: words that sound the same begin the same. */
    private static boolean mayAgree(String a, String b) {
        return a.charAt(0) == 'h' || b.charAt(0) == 'h' || heard(a, 0) == heard(b, 0);
    }

    private static char heard(String word, int at) {
        return heard(word.charAt(at), at + 1 < word.length() ? word.charAt(at + 1) : ' ');
    }

    /** What is left of a word across transliterations: its consonants as they sound, and whether a vowel begins it. */
    static String sound(String word) {
        StringBuilder sound = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = heard(word, i);
            boolean again = !sound.isEmpty() && sound.charAt(sound.length() - 1) == c;
            if (c != ' ' && !again && (c != 'a' || i == 0)) {
                sound.append(c == 'x' ? "ks" : c);
            }
        }
        return sound.toString();
    }

    private static char heard(char c, char next) {
        return switch (c) {
            case 'a', 'e', 'i', 'o', 'u', 'y', 'j' -> 'a';
            case 'c' -> next == 'h' || next == 'e' || next == 'i' ? 's' : 'k';
            case 'k', 'q', 'g' -> 'k';
            case 'p' -> next == 'h' ? 'f' : 'p';
            case 'b' -> 'p';
            case 'v', 'w', 'f' -> 'f';
            case 'd', 't' -> 't';
            case 's', 'z' -> 's';
            case 'h' -> ' ';
            default -> c;
        };
    }
}
